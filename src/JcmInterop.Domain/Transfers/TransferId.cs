namespace JcmInterop.Domain.Transfers;

/// <summary>The id of one transfer between two registries, a UUID given by the transferring side; the same on both sides, for ever.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct TransferId(Guid Value)
{
    private const int Length = 36;

    /// <summary>Reads the hyphenated lower-case form.</summary>
    public static bool TryParse(string? text, out TransferId id)
    {
        // The framework reads more forms than it writes; only the written one is an id.
        Span<char> written = stackalloc char[Length];
        var read = Guid.TryParseExact(text, "D", out var value) && value.TryFormat(written, out _, "D") && written.SequenceEqual(text);
        id = new TransferId(value);
        return read;
    }

    /// <summary>The hyphenated lower-case form.</summary>
    public override string ToString() => Value.ToString("D");
}
