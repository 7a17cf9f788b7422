namespace JcmInterop.Domain.Transfers;

/// <summary>The id of one transfer between two registries, a UUID given by the transferring side; the same on both sides, for ever.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct TransferId(Guid Value)
{
    /// <summary>Reads the hyphenated lower-case form.</summary>
    public static bool TryParse(string? text, out TransferId id)
    {
        var read = Guid.TryParseExact(text, "D", out var value) && string.Equals(value.ToString("D"), text, StringComparison.Ordinal);
        id = new TransferId(value);
        return read;
    }

    /// <summary>The hyphenated lower-case form.</summary>
    public override string ToString() => Value.ToString("D");
}
