using JcmInterop.Domain.Programme;

namespace JcmInterop.Domain.Ledger;

/// <summary>An issue pattern and the first decision date it applies to.</summary>
/// <param name="From">First date of decision, included.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record DatedIssuePattern(DateOnly From, IssuePattern Pattern);
