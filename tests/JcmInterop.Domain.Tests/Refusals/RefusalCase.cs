using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Tests.Refusals;

/// <summary>One circumstance in which exactly one rule refuses.</summary>
/// <param name="Rule">Number of the rule.</param>
/// <param name="Circumstance">What is wrong, in words.</param>
/// <param name="Act">Arranges it and gives the refusal.</param>
internal sealed record RefusalCase(int Rule, string Circumstance, Func<Refusal> Act)
{
    /// <summary>A command Thailand or Japan gives in the usual world.</summary>
    public static RefusalCase Of(int rule, string circumstance, Func<TwoSides, Refusal> act) => new(rule, circumstance, () => act(Sample.Thailand()));

    /// <summary>The refusal of a command; law 6: the state is the same, item for item.</summary>
    public static Refusal Command(TwoSides sides, Side side, LedgerCommand command)
    {
        var before = side.State.Items().ToList();
        var refusal = side.Decide(command, sides.Now).Refusal();
        Unchanged(before, side);
        return refusal;
    }

    /// <summary>The refusal of a message of which nothing was recorded.</summary>
    public static Refusal Message(TwoSides sides, Side to, PartnerMessage message)
    {
        var before = to.State.Items().ToList();
        var refusal = to.Receive(message, sides.Now).Refusal();
        Unchanged(before, to);
        return refusal;
    }

    /// <summary>The objection to a message that contradicts the records: only the fault is recorded.</summary>
    public static Refusal Objection(TwoSides sides, Side to, PartnerMessage message)
    {
        var before = to.State.Items().Where(i => i is not Counter).ToList();
        var accepted = to.Receive(message, sides.Now).Done();
        accepted.Events.ShouldAllBe(e => e is FaultRecorded);
        accepted.Messages.ShouldBeEmpty();
        to.State.Items().Where(i => i is not Counter and not ProtocolFault).Zip(before.Where(i => i is not ProtocolFault)).ShouldAllBe(pair => pair.First.Equals(pair.Second));
        to.State.Faults.Count.ShouldBe(before.OfType<ProtocolFault>().Count() + 1);
        return accepted.Objection.ShouldNotBeNull();
    }

    /// <summary>The refusal told back at once for an offer that breaks a rule.</summary>
    public static Refusal ToldBack(TwoSides sides, Side to, TransferOffer offer)
    {
        PartnerMessage message = offer.Kind == TransferKind.AfterApproval ? new TransferApproval([offer]) : new TransferProposal([offer]);
        var accepted = to.Receive(message, sides.Now).Done();
        accepted.Objection.ShouldBeNull();
        to.State.Transfers[offer.Id].State.ShouldBe(TransferState.Refused);
        LedgerLaws.Check(to.State).ShouldBeEmpty();
        return accepted.Messages.ShouldHaveSingleItem().ShouldBeOfType<TransferRefusal>().Transfers.ShouldHaveSingleItem().Refusal;
    }

    private static void Unchanged(List<LedgerItem> before, Side side)
    {
        var after = side.State.Items().ToList();
        after.Count.ShouldBe(before.Count);
        after.Zip(before).ShouldAllBe(pair => pair.First.Equals(pair.Second));
    }
}
