namespace JcmInterop.Domain.Issuance;

/// <summary>The id of a Joint Committee decision on issuance, for example <c>MN-2026-01-24</c>: 1 to 64 letters, digits, hyphens, slashes, full stops.</summary>
public readonly record struct DecisionId
{
    private readonly string? text;

    /// <summary>Creates the id.</summary>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public DecisionId(string text)
    {
        if (!IsValid(text)) throw new ArgumentException($"'{text}' is not a decision id: 1 to 64 letters, digits, hyphens, slashes and full stops.", nameof(text));
        this.text = text;
    }

    /// <summary>Whether a text has the form of a decision id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: >= 1 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.');

    /// <summary>The id.</summary>
    public override string ToString() => text ?? "";
}
