using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Imports;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>Flow 1 with the twelve real issuances of the Mongolia-Japan pair: both sides record the decisions, each issues its own legs.</summary>
internal sealed class CoordinatedIssuance(RegistrySide mongolia, RegistrySide japan, DemoAccounts accounts)
{
    private readonly ImmutableArray<ImportedDecision> decisions = SampleFacts.Decisions(SampleFile.IssuancesMongolia);

    /// <summary>Both sides record every decision.</summary>
    public async Task RecordDecisionsAsync()
    {
        foreach (var decision in decisions)
        {
            await mongolia.DoAsync(decision.Command, $"decision-{decision.Decision.Id}");
            await japan.DoAsync(decision.Command, $"decision-{decision.Decision.Id}");
        }
    }

    /// <summary>Each side issues what it has issued in reality: pending legs stay pending, zero is nothing to issue.</summary>
    public async Task IssueLegsAsync()
    {
        foreach (var leg in decisions.SelectMany(d => d.Legs))
        {
            var side = leg.Side == japan.Party ? japan : mongolia;
            if (leg.IssueInto(accounts.First(side.Party, AccountKind.GovernmentHolding)) is { } issue) await side.DoAsync(issue, $"leg-{leg.Decision}-{leg.LineId}");
        }
    }

    /// <summary>Japan offers a credit of before 2021 for its NDC, which no rule allows.</summary>
    public Task<Operators.CommandRefused> OfferOldCreditForNdcAsync()
    {
        var old = decisions.SelectMany(d => d.Legs).First(l => l.Side == japan.Party && !l.Notified.IsZero);
        var one = new UnitSelection(accounts.First(japan.Party, AccountKind.GovernmentHolding), null, new UnitQuantity(1), old.Project, old.Postings[0].Vintage);
        return japan.RefusedAsync(
            new UseTowardsNdc(one, accounts.First(japan.Party, AccountKind.Retirement), DemoDays.UseOfFirstItmos.Year, DemoDays.UseOfFirstItmos), "use-before-2021");
    }
}
