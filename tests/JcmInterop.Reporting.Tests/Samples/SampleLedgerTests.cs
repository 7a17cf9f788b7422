using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Reporting.Tests.Samples;

/// <summary>The sample facts go through the ledger's own rules, as an administrator's import would.</summary>
public sealed class SampleLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("JPN", 103_451)]
    [InlineData("MNG", 25_869 - 6_158)]
    public void Each_side_of_the_Mongolian_pair_issues_what_the_file_says(string side, long issued)
    {
        var settings = Settings(new PartyCode(side), new PartyCode("MNG"));
        var decisions = SampleFacts.Decisions(SampleFile.IssuancesMongolia);
        var account = new AccountNumber(settings.Party, 1);

        var state = Accept(WithProjectsAndAccounts(settings), settings, decisions.Select(decision => decision.Command));
        state = Accept(state, settings, decisions.SelectMany(decision => decision.Legs).Where(leg => leg.Side == settings.Party)
            .Select(leg => leg.IssueInto(account)).OfType<IssueLeg>());

        state.Blocks.Sum(block => block.Serials.Quantity.Tonnes).ShouldBe(issued);
        LedgerLaws.Check(state).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SampleFile.IssuancesOther)]
    [InlineData(SampleFile.InventedIssuances)]
    public void Both_sides_record_the_other_decisions(string file)
    {
        foreach (var decision in SampleFacts.Decisions(file))
        {
            var partner = decision.Decision.Registry.CounterpartOf(PartyCode.Japan);
            foreach (var settings in new[] { Settings(PartyCode.Japan, partner), Settings(partner, partner) })
                Accept(WithProjectsAndAccounts(settings), settings, [decision.Command]).Decisions.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Each_Party_records_its_own_authorizations()
    {
        foreach (var command in SampleFacts.Authorizations())
        {
            var settings = Settings(command.Authorization.AuthorizingParty, new PartyCode("THA"));
            Accept(WithProjectsAndAccounts(settings), settings, [command]).Authorizations.ShouldHaveSingleItem();
        }
    }

    private static LedgerState WithProjectsAndAccounts(LedgerSettings settings) => Accept(
        LedgerState.Empty, settings,
        [
            .. SampleFacts.Projects().Where(command => IsOf(command.Project.Reference, settings)),
            .. SampleFacts.Accounts().Where(command => command.Number?.Party == settings.Party),
        ]);

    private static bool IsOf(ProjectReference project, LedgerSettings settings)
    {
        var partner = settings.Registry.CounterpartOf(PartyCode.Japan);
        return SampleFacts.Partners().Single(candidate => candidate.Party == partner).Alpha2 == project.ToString()[..2];
    }

    private static LedgerState Accept(LedgerState state, LedgerSettings settings, IEnumerable<LedgerCommand> commands)
    {
        foreach (var command in commands)
        {
            var outcome = RegistryLedger.Decide(state, settings, command, Now);
            state = outcome.ShouldBeOfType<Outcome.Accepted>(outcome is Outcome.Refused refused ? refused.Refusal.English : null).After;
        }
        return state;
    }

    private static LedgerSettings Settings(PartyCode own, PartyCode partner)
    {
        var registry = new BilateralRegistryId(PartyCode.Japan, partner);
        return new LedgerSettings(
            registry, own, new PartyRegistryId($"{own}01"), new PartyRegistryId($"{registry.CounterpartOf(own)}01"), SerialProfile.Neutral,
            [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)], NdcPeriod.Decade2021, 90, TimeSpan.FromDays(60));
    }
}
