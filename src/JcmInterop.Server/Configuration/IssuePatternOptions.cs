namespace JcmInterop.Server.Configuration;

/// <summary>An issue pattern, as the configuration says it.</summary>
/// <param name="From">First date of decision, included.</param>
/// <param name="Pattern"><c>mirror-at-issuance</c> or <c>partner-issues-then-transfers</c>.</param>
public sealed record IssuePatternOptions(DateOnly From, string Pattern);
