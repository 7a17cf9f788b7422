using JcmInterop.Cli.Operators;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Imports;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>Flow 3 with an invented project: one transfer that completes, one that Japan refuses, and one that nobody answers in time.</summary>
internal sealed class TransfersBetweenRegistries(
    RegistrySide thailand, RegistrySide japan, DemoAccounts accounts, DemoIds ids, TimeProvider time, DateTimeOffset decideBy)
{
    /// <summary>Quantity of the transfer that completes, tonnes.</summary>
    public const long CompletedTonnes = 100;

    private const long RefusedTonnes = 50;
    private const long UnansweredTonnes = 25;
    private const int AttemptsMax = 50;

    private static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(3);

    private readonly ImportedDecision decision = SampleFacts.Decisions(SampleFile.InventedIssuances).Single();

    private readonly AuthorizationId authorization = SampleFacts.Authorizations().Select(a => a.Authorization)
        .Single(a => a.AuthorizingParty == thailand.Party && a.Uses.HasFlag(AuthorizedUses.InternationalMitigation)).Id;

    public TransferId Completed { get; } = ids.Transfer("completed");

    public TransferId Refused { get; } = ids.Transfer("refused");

    /// <summary>The transfer that nobody answered; known once it was proposed.</summary>
    public TransferId Unanswered { get; private set; }

    /// <summary>What was issued of the invented project, tonnes.</summary>
    public long IssuedTonnes => decision.Decision.Lines.Single().Total.Tonnes;

    public string Project => decision.Decision.Lines.Single().Project.ToString();

    private AccountNumber Seller => accounts.First(thailand.Party, AccountKind.EntityHolding);

    public async Task IssueAsync()
    {
        await thailand.DoAsync(decision.Command, $"decision-{decision.Decision.Id}");
        await japan.DoAsync(decision.Command, $"decision-{decision.Decision.Id}");
        foreach (var issue in decision.Legs.Where(l => l.Side == thailand.Party).Select(l => l.IssueInto(Seller)).OfType<Domain.Issuance.IssueLeg>())
            await thailand.DoAsync(issue, $"leg-{decision.Decision.Id}");
    }

    public async Task CompleteAsync()
    {
        await thailand.DoAsync(Propose(Completed, CompletedTonnes, decideBy), "proposal-completed");
        await japan.StateOfAsync(Completed, TransferState.Proposed);
        await japan.DoAsync(new AcceptTransfer(Completed, accounts.First(japan.Party, AccountKind.EntityHolding), DemoDays.Acceptance), "acceptance");
        await thailand.StateOfAsync(Completed, TransferState.Completed);
        await japan.StateOfAsync(Completed, TransferState.Completed);
    }

    public async Task RefuseAsync()
    {
        await thailand.DoAsync(Propose(Refused, RefusedTonnes, decideBy), "proposal-refused");
        await japan.StateOfAsync(Refused, TransferState.Proposed);
        await japan.DoAsync(new RefuseTransfer(Refused, "The holder of the acquiring account has not confirmed the purchase (invented)."), "refusal");
        await thailand.StateOfAsync(Refused, TransferState.Refused);
        await japan.StateOfAsync(Refused, TransferState.Refused);
    }

    /// <summary>A proposal whose deadline passes unanswered.</summary>
    /// <remarks>A node that is down over the short deadline cannot take the proposal; then another one is made.</remarks>
    public async Task LetExpireAsync()
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            Unanswered = ids.Transfer($"unanswered-{attempt}");
            var proposal = Propose(Unanswered, UnansweredTonnes, Milliseconds(time.GetUtcNow() + ShortDeadline));
            var answer = await thailand.AskAsync(proposal, $"proposal-unanswered-{attempt}");
            if (answer is CommandRefused refused && refused.Rule == TransferRules.DeadlineUnclear.Number) continue;
            if (answer is CommandRefused other) throw new UnexpectedAnswer(other.English, other.Japanese);
            await thailand.StateOfAsync(Unanswered, TransferState.Cancelled);
            await japan.StateOfAsync(Unanswered, TransferState.Cancelled);
            return;
        }

        throw new UnexpectedAnswer("No proposal with a short deadline was taken.", "短い期限の提案が受け付けられませんでした。");
    }

    private ProposeTransfer Propose(TransferId id, long tonnes, DateTimeOffset until) => new(
        id, [new UnitSelection(Seller, null, new UnitQuantity(tonnes))], accounts.First(japan.Party, AccountKind.EntityHolding), authorization, DemoDays.Proposal, until);

    private static DateTimeOffset Milliseconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
