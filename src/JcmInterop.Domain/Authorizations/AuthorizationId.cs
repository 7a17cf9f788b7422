namespace JcmInterop.Domain.Authorizations;

/// <summary>The id a Party gives to its authorization: letters, digits, space, hyphen, slash and full stop; 1 to 64 characters.</summary>
/// <remarks>Source: field 1 of table 2 of the agreed electronic format.</remarks>
public readonly record struct AuthorizationId
{
    private readonly string? text;

    /// <summary>Creates the id.</summary>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public AuthorizationId(string text)
    {
        if (!IsValid(text)) throw new ArgumentException($"'{text}' is not an authorization id: 1 to 64 letters, digits, spaces, hyphens, slashes and full stops.", nameof(text));
        this.text = text;
    }

    /// <summary>Whether a text has the form of an authorization id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: >= 1 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '/' or '.') && text[0] != ' ' && text[^1] != ' ';

    /// <summary>The id.</summary>
    public override string ToString() => text ?? "";
}
