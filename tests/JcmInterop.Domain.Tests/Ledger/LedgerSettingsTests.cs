using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Tests.World;

namespace JcmInterop.Domain.Tests.Ledger;

public sealed class LedgerSettingsTests
{
    [Theory]
    [InlineData("2024-12-31", IssuePattern.MirrorAtIssuance)]
    [InlineData("2025-01-01", IssuePattern.PartnerIssuesThenTransfers)]
    [InlineData("2000-01-01", IssuePattern.MirrorAtIssuance)]
    [InlineData(null, IssuePattern.MirrorAtIssuance)]
    public void The_issue_pattern_follows_the_date_of_the_decision_and_an_undated_one_falls_under_the_first(string? decidedOn, IssuePattern pattern) =>
        Sample.Settings(Sample.Jpn, Sample.Tha).PatternOn(decidedOn is null ? null : DateOnly.Parse(decidedOn)).ShouldBe(pattern);
}
