namespace JcmInterop.Domain.Programme;

/// <summary>A JCM project reference: two upper-case letters of the partner and three digits, for example <c>TH014</c>.</summary>
/// <remarks>Source: references seen in the public project list. A withdrawn request keeps its number and comes back under a new one.</remarks>
public readonly record struct ProjectReference : IComparable<ProjectReference>
{
    private readonly string? text;

    /// <summary>Creates a reference.</summary>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public ProjectReference(string text)
    {
        if (!IsValid(text)) throw new ArgumentException($"'{text}' is not a JCM project reference such as TH014.", nameof(text));
        this.text = text;
    }

    /// <summary>Whether a text has the form of a project reference.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: 5 } && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <inheritdoc/>
    public int CompareTo(ProjectReference other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The five characters.</summary>
    public override string ToString() => text ?? "";
}
