using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using static JcmInterop.Domain.Tests.Transfers.TransferScript;

namespace JcmInterop.Domain.Tests.Transfers;

public sealed class TransferTableTests
{
    private static readonly Dictionary<TransferKind, TransferScript> Usual = Enum.GetValues<TransferKind>().ToDictionary(k => k, Run);

    public static TheoryData<TransferKind, string, string, string> TransferringCells => Of(TransferTable.Transferring);

    public static TheoryData<TransferKind, string, string, string> AcquiringCells => Of(TransferTable.Acquiring);

    [Theory]
    [MemberData(nameof(TransferringCells))]
    public void The_transferring_side_has_one_answer(TransferKind kind, string state, string stimulus, string outcome)
    {
        var (sides, usual) = (NothingOpen(kind), Usual[kind]);
        var side = sides.Partner;
        if (state != TransferTable.Unknown) side.Decide(usual.Offering, sides.Now).Done();
        if (state == "Completed") side.Receive(usual.Acceptance, sides.Now).Done();
        if (state == "Refused") side.Receive(usual.Refusal, sides.Now).Done();
        if (state == "Cancelled") side.Decide(new WithdrawTransfer(Id), sides.Now).Done();
        Check(side, usual, sides.Now, state, stimulus, outcome);
    }

    [Theory]
    [MemberData(nameof(AcquiringCells))]
    public void The_acquiring_side_has_one_answer(TransferKind kind, string state, string stimulus, string outcome)
    {
        var (sides, usual) = (NothingOpen(kind), Usual[kind]);
        var side = sides.Japan;
        if (state != TransferTable.Unknown) side.Receive(usual.Offer, sides.Now).Done();
        if (state is "Accepted" or "Completed") side.Decide(Accepting, sides.Now).Done();
        if (state == "Completed") side.Receive(usual.Completion, sides.Now).Done();
        if (state == "Refused") side.Decide(Refusing, sides.Now).Done();
        if (state == "Cancelled") side.Receive(Cancellation, sides.Now).Done();
        Check(side, usual, sides.Now, state, stimulus, outcome);
    }

    [Fact]
    public void Both_tables_name_every_state()
    {
        var states = Enum.GetNames<TransferState>().Append(TransferTable.Unknown).ToList();

        TransferTable.Cells(TransferTable.Acquiring).Select(c => c.State).Distinct().ShouldBe(states, ignoreOrder: true);
        TransferTable.Cells(TransferTable.Transferring).Select(c => c.State).Distinct().ShouldBe(states.Except([nameof(TransferState.Accepted)]), ignoreOrder: true);
    }

    [Fact]
    public void The_two_tables_together_meet_every_command_and_message_about_transfers()
    {
        var usual = Usual.Values.SelectMany(script => TransferTable.Cells(TransferTable.Transferring).Concat(TransferTable.Cells(TransferTable.Acquiring))
            .Select(cell => Act(script, cell.Stimulus, TwoSides.Start).What.GetType())).ToHashSet();
        var known = typeof(Transfer).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Transfer).Namespace && (t.IsSubclassOf(typeof(LedgerCommand)) || t.IsSubclassOf(typeof(PartnerMessage))));

        known.Except(usual).ShouldBe([typeof(RecordAcquisition)], "an acquisition names a decision instead of a transfer and is then an acceptance");
    }

    [Theory]
    [InlineData("**Transferring side**", TransferTable.Transferring, new[] { 7, 3, 4, 6, 5 })]
    [InlineData("**Acquiring side**", TransferTable.Acquiring, new[] { 8, 9, 10, 11, 12, 13 })]
    public void The_protocol_prints_the_table_that_is_tested(string heading, string table, int[] clauses)
    {
        var printed = TransferTable.Markdown(table, clauses);

        Protocol().ShouldContain($"{heading}\n\n{printed}\n", customMessage: $"Section 8 of contracts/protocol.md must have under \"{heading}\":\n{printed}");
    }

    private static void Check(Side side, TransferScript usual, DateTimeOffset now, string state, string stimulus, string expected)
    {
        var before = side.State.Transfers.GetValueOrDefault(Id);
        (before?.State.ToString() ?? TransferTable.Unknown).ShouldBe(state);
        var (what, at) = Act(usual, stimulus, now);
        var outcome = what is LedgerCommand command ? side.Decide(command, at) : side.Receive((PartnerMessage)what, at);
        if (expected == "refused") outcome.ShouldBeOfType<Outcome.Refused>();
        else Describe(outcome, before, side.State.Transfers.GetValueOrDefault(Id)).ShouldBe(expected);
        LedgerLaws.Check(side.State).ShouldBeEmpty();
    }

    private static (object What, DateTimeOffset At) Act(TransferScript usual, string stimulus, DateTimeOffset now) => stimulus switch
    {
        "offer" or "its own offer" => (usual.Offer, usual.LastInstant),
        "offer, late" => (usual.Offer, usual.Late),
        "offer, changed" => (usual.ChangedOffer, usual.LastInstant),
        "offer, against a rule" => (usual.UnsoundOffer, usual.LastInstant),
        "offer, against a rule, late" => (usual.UnsoundOffer, usual.Late),
        "acceptance" => (usual.Acceptance, usual.LastInstant),
        "acceptance, late" => (usual.Acceptance, usual.Late),
        "acceptance, wrong account" => (usual.MisplacedAcceptance, usual.LastInstant),
        "refusal" => (usual.Refusal, usual.LastInstant),
        "refusal, late" => (usual.Refusal, usual.Late),
        "completion" => (usual.Completion, usual.LastInstant),
        "completion, late" => (usual.Completion, usual.Late),
        "completion, changed" => (usual.ChangedCompletion, usual.LastInstant),
        "cancellation" => (Cancellation, usual.LastInstant),
        "cancellation, late" => (Cancellation, usual.Late),
        "its people offer" => (usual.Offering, now),
        "its people offer under its id" => (usual.OfferingBack(now), now),
        "its people withdraw" => (new WithdrawTransfer(Id), usual.LastInstant),
        "its people withdraw, late" => (new WithdrawTransfer(Id), usual.Late),
        "its people accept" => (Accepting, usual.LastInstant),
        "its people accept, late" => (Accepting, usual.Late),
        "its people refuse" => (Refusing, usual.LastInstant),
        "its people refuse, late" => (Refusing, usual.Late),
        "the deadline is not passed" => (new ExpireTransfer(Id), usual.LastInstant),
        "the deadline has passed" => (new ExpireTransfer(Id), usual.Late),
        _ => throw new ArgumentOutOfRangeException(nameof(stimulus), stimulus, "No such stimulus."),
    };

    private static string Describe(Outcome outcome, Transfer? before, Transfer? after)
    {
        if (outcome is Outcome.Refused refused) return $"{refused.Refusal.Rule}";
        var accepted = outcome.Done();
        if (accepted.Objection is { } objection)
        {
            accepted.Messages.ShouldBeEmpty();
            after.ShouldBeSameAs(before);
            return $"fault {objection.Rule}";
        }

        var told = string.Join(" + ", accepted.Messages.Select(Word));
        if (ReferenceEquals(before, after))
        {
            accepted.Events.ShouldBeEmpty();
            return told.Length == 0 ? "-" : $"= {told}";
        }

        return told.Length == 0 ? $"{after!.State}" : $"{after!.State} + {told}";
    }

    private static string Word(PartnerMessage message) => message switch
    {
        TransferProposal or TransferApproval => "offer",
        TransferAcceptance => "acceptance",
        TransferRefusal => "refusal",
        TransferCompletion => "completion",
        TransferCancellation => "cancellation",
        _ => message.GetType().Name,
    };

    private static TheoryData<TransferKind, string, string, string> Of(string table)
    {
        var data = new TheoryData<TransferKind, string, string, string>();
        foreach (var kind in Enum.GetValues<TransferKind>())
        {
            foreach (var (state, stimulus, outcome) in TransferTable.Cells(table)) data.Add(kind, state, stimulus, outcome);
        }

        return data;
    }

    private static string Protocol()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JcmInterop.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return File.ReadAllText(Path.Combine(folder.FullName, "contracts", "protocol.md"));
    }
}
