namespace JcmInterop.Domain.Parties;

/// <summary>A Party's ITMO registry: alpha-3 Party code and two digits, for example <c>JPN01</c>.</summary>
/// <remarks>In an AEF column it names the registry in which the reported action was tracked; inside an ITMO identifier it names the
/// originating registry and never changes. Source: decision 6/CMA.4 annex I, paragraphs 5 and 33; common nomenclature table 28.</remarks>
public readonly record struct PartyRegistryId
{
    private readonly string? text;

    /// <summary>Creates the id.</summary>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public PartyRegistryId(string text)
    {
        if (!IsValid(text)) throw new ArgumentException($"'{text}' is not a Party ITMO registry id: three upper-case letters and two digits are needed.", nameof(text));
        this.text = text;
    }

    /// <summary>The Party that keeps the registry.</summary>
    public PartyCode Party => new(ToString()[..3]);

    /// <summary>Whether a text has the form of a Party ITMO registry id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: 5 } && PartyCode.IsValid(text[..3]) && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The five characters.</summary>
    public override string ToString() => text ?? "";
}
