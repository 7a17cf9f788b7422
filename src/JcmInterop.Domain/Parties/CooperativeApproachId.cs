namespace JcmInterop.Domain.Parties;

/// <summary>The id of a cooperative approach on the centralized accounting and reporting platform: <c>CA</c> and four digits.</summary>
/// <remarks>No value for a JCM pair was found in public material, so it is configuration per pair, never a constant. Source: decision 4/CMA.6, paragraph 5(a).</remarks>
public readonly record struct CooperativeApproachId
{
    private readonly string? text;

    /// <summary>Creates the id.</summary>
    /// <exception cref="ArgumentException">The text is not <c>CA</c> and four digits.</exception>
    public CooperativeApproachId(string text)
    {
        if (!IsValid(text)) throw new ArgumentException($"'{text}' is not a cooperative approach id: CA and four digits are needed.", nameof(text));
        this.text = text;
    }

    /// <summary>Whether a text is <c>CA</c> and four digits.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: 6 } && text.StartsWith("CA", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The six characters.</summary>
    public override string ToString() => text ?? "";
}
