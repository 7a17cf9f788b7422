namespace JcmInterop.Domain.Corsia;

/// <summary>Where a fact of the rule pack comes from.</summary>
/// <param name="Kind"><c>verified</c>, <c>secondary</c>, <c>memory</c> or <c>inference</c>.</param>
/// <param name="Source">The source in words.</param>
public sealed record RuleProvenance(string Kind, string Source)
{
    /// <summary>Whether a verdict of eligible may rest on it: it was read somewhere, not remembered or inferred.</summary>
    public bool IsReliable => Kind is "verified" or "secondary";
}
