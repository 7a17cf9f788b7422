using JcmInterop.Cli.Operators;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Imports;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>Flow 2 with the first JCM ITMOs (TH014): Thailand issues, approves the transfer, Japan records the acquisition and uses a part.</summary>
internal sealed class FirstItmos(RegistrySide thailand, RegistrySide japan, DemoAccounts accounts, DemoIds ids, DateTimeOffset decideBy)
{
    /// <summary>Used by Japan towards its NDC, tonnes. Invented.</summary>
    public const long UsedTonnes = 400;

    private readonly ImportedDecision decision = SampleFacts.Decisions(SampleFile.IssuancesOther).Single(d => d.Decision.Id == Id);

    /// <summary>The Joint Committee's decision.</summary>
    public static DecisionId Id { get; } = new("TH-2025-10-30");

    /// <summary>The transfer of Japan's quantity.</summary>
    public TransferId Transfer { get; } = ids.Transfer("first-itmos");

    /// <summary>The decision's only line.</summary>
    public NotifiedLine Line => decision.Decision.Lines.Single();

    private RecordAcquisition Acquisition =>
        new(Id, Line.LineId, accounts.First(japan.Party, AccountKind.GovernmentHolding), DemoDays.AcquisitionOfFirstItmos);

    public async Task RecordDecisionAsync()
    {
        await thailand.DoAsync(decision.Command, $"decision-{Id}");
        await japan.DoAsync(decision.Command, $"decision-{Id}");
    }

    /// <summary>Thailand issues everything: its own quantity, and Japan's into an account where it waits.</summary>
    public Task IssueAsync() => thailand.DoAsync(
        new IssueLeg(Id, Line.LineId, decision.Legs.Single(l => l.Side == thailand.Party).IssuedOn,
        [
            .. Postings(thailand.Party, AccountKind.GovernmentHolding),
            .. Postings(japan.Party, AccountKind.GovernmentOther),
        ]), $"leg-{Id}");

    public async Task AuthorizeAsync()
    {
        foreach (var command in SampleFacts.Authorizations())
            await (command.Authorization.AuthorizingParty == japan.Party ? japan : thailand).DoAsync(command, $"authorization-{command.Authorization.Id}");
    }

    /// <summary>Japan is too early: nothing is approved yet.</summary>
    public Task<CommandRefused> AcquireTooEarlyAsync() => japan.RefusedAsync(Acquisition, "acquisition-too-early");

    public Task ApproveAsync() => thailand.DoAsync(
        new ApproveTransfer(Transfer, Id, Line.LineId, AuthorizationOf(thailand.Party).Id, DemoDays.ApprovalOfFirstItmos, decideBy), "approval");

    public async Task AcquireAsync()
    {
        await japan.StateOfAsync(Transfer, TransferState.Proposed);
        await japan.DoAsync(Acquisition, "acquisition");
        await thailand.StateOfAsync(Transfer, TransferState.Completed);
        await japan.StateOfAsync(Transfer, TransferState.Completed);
    }

    public Task UseAsync() => japan.DoAsync(
        new UseTowardsNdc(
            new UnitSelection(accounts.First(japan.Party, AccountKind.GovernmentHolding), null, new UnitQuantity(UsedTonnes), Line.Project),
            accounts.First(japan.Party, AccountKind.Retirement), DemoDays.UseOfFirstItmos.Year, DemoDays.UseOfFirstItmos), "use-towards-ndc");

    private Authorization AuthorizationOf(PartyCode party) => SampleFacts.Authorizations()
        .Select(a => a.Authorization).First(a => a.AuthorizingParty == party && a.Projects.Contains(Line.Project));

    private IEnumerable<LegPosting> Postings(PartyCode beneficiary, AccountKind kind) => Line.Of(beneficiary).Postings
        .Select(p => new LegPosting(accounts.First(thailand.Party, kind), p.Vintage, p.Quantity, beneficiary));
}
