namespace JcmInterop.Reporting.Issuance;

/// <summary>One decision on one project and monitoring period, judged leg by leg.</summary>
/// <param name="Decision">The decision as recorded.</param>
/// <param name="Legs">Its legs, in the order of the sides.</param>
public sealed record IssuanceLine(IssuanceDecisionInput Decision, IReadOnlyList<IssuanceLegLine> Legs);
