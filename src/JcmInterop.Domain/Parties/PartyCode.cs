namespace JcmInterop.Domain.Parties;

/// <summary>A Party to the Paris Agreement by its ISO 3166-1 alpha-3 code, for example <c>JPN</c>; exceptionally reserved codes such as <c>EUE</c> count too.</summary>
public readonly record struct PartyCode : IComparable<PartyCode>
{
    private readonly string? code;

    /// <summary>Creates a code.</summary>
    /// <param name="code">Three upper-case ASCII letters.</param>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public PartyCode(string code)
    {
        if (!IsValid(code)) throw new ArgumentException($"'{code}' is not an ISO 3166-1 alpha-3 code: three upper-case letters are needed.", nameof(code));
        this.code = code;
    }

    /// <summary>Japan, one side of every JCM pair.</summary>
    public static PartyCode Japan { get; } = new("JPN");

    /// <summary>The three letters.</summary>
    public string Code => code ?? "";

    /// <summary>Whether a text has the form of a Party code.</summary>
    public static bool IsValid(string? code) => code is { Length: 3 } && !code.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    /// <inheritdoc/>
    public int CompareTo(PartyCode other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>The three letters.</summary>
    public override string ToString() => Code;
}
