using System.Collections.Immutable;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>What transfer events do to the state.</summary>
internal static class TransferEffects
{
    public static LedgerState Apply(LedgerState state, TransferOffered e)
    {
        foreach (var unit in e.Offer.Units) state = state.Replace(unit.Serials, b => Free(b) with { Status = BlockStatus.Reserved, Transfer = e.Offer.Id });
        state = Reserve(state, e.Offer, sign: 1);
        return Approval(state, e.Offer, e.Offer.Id).Put(Open(e.Offer, TransferRole.Transferring, e.At));
    }

    public static LedgerState Apply(LedgerState state, TransferReceived e) =>
        Approval(Reserve(state, e.Offer, sign: 1), e.Offer, e.Offer.Id, onlyIfUnset: true).Put(Open(e.Offer, TransferRole.Acquiring, e.At));

    public static LedgerState Apply(LedgerState state, TransferAccepted e) =>
        state.Put(state.Transfers[e.Id] with { State = TransferState.Accepted, AcquiringAccount = e.AcquiringAccount, AcceptedOn = e.On });

    public static LedgerState Apply(LedgerState state, TransferRefused e)
    {
        var transfer = state.Transfers[e.Id];
        return Release(state, transfer).Put(transfer with { State = TransferState.Refused, Refusal = e.Refusal, ClosedAt = e.At });
    }

    public static LedgerState Apply(LedgerState state, TransferCancelled e)
    {
        var transfer = state.Transfers[e.Id];
        return Release(state, transfer).Put(transfer with { State = TransferState.Cancelled, Cancellation = e.Reason, ClosedAt = e.At });
    }

    public static LedgerState Apply(LedgerState state, TransferCompleted e)
    {
        var transfer = state.Transfers[e.Id];
        if (!transfer.IsOpen) throw new LedgerDefectException($"Transfer {e.Id} is {transfer.State} and cannot complete.");
        state = Reserve(transfer.Role == TransferRole.Transferring ? Out(state, e) : In(state, e), transfer.Offer, sign: -1);
        var offer = transfer.Offer;
        var fresh = FreshTonnes(offer);
        if (fresh > 0) state = AuthorizationEffects.CountFirstTransfer(state, offer.TransferringParty, offer.Authorization!.Value, fresh);
        if (offer.Decision is { } decision && state.Leg(decision, offer.LineId!, offer.AcquiringParty) is { } leg)
            state = state.Put(leg with { State = LegState.Issued, Issued = offer.Quantity, IssuedOn = e.On });
        return state.Put(transfer with
        {
            State = TransferState.Completed, AcquiringAccount = e.AcquiringAccount, CompletedOn = e.On, Completed = e.Units, ClosedAt = e.At,
        });
    }

    private static LedgerState Out(LedgerState state, TransferCompleted e) => e.Units.Aggregate(
        state, (s, unit) => FirstTransferring.Imprint(s, unit, b => ReservedFor(b, e.Id) with { Status = BlockStatus.TransferredOut }));

    private static LedgerState In(LedgerState state, TransferCompleted e)
    {
        foreach (var unit in e.Units)
        {
            if (state.BlocksOverlapping(unit.Serials).Any())
            {
                state = FirstTransferring.Imprint(state, unit, b => Closed(b) with { Status = BlockStatus.Held, Account = e.AcquiringAccount, Transfer = e.Id });
                continue;
            }

            state = state.CountNew(unit.Project, unit.Vintage, issued: 0, unit.Quantity.Tonnes).AddBlock(new UnitBlock(
                unit.Serials, unit.IssuedBy, unit.Project, unit.Vintage, unit.Period, e.AcquiringAccount, BlockStatus.Held, e.Id, unit.Authorization, unit.Itmo, unit.FirstTransfer));
        }

        return state;
    }

    private static LedgerState Release(LedgerState state, Transfer transfer)
    {
        if (!transfer.IsOpen) throw new LedgerDefectException($"Transfer {transfer.Offer.Id} is {transfer.State} already.");
        if (transfer.Role == TransferRole.Transferring)
        {
            foreach (var unit in transfer.Offer.Units) state = state.Replace(unit.Serials, b => ReservedFor(b, transfer.Offer.Id) with { Status = BlockStatus.Held, Transfer = null });
        }

        state = Reserve(state, transfer.Offer, sign: -1);
        return transfer.Offer.Decision is { } decision && state.Leg(decision, transfer.Offer.LineId!, transfer.Offer.AcquiringParty)?.Approval == transfer.Offer.Id
            ? Approval(state, transfer.Offer, null)
            : state;
    }

    private static LedgerState Approval(LedgerState state, TransferOffer offer, TransferId? approval, bool onlyIfUnset = false) =>
        offer.Decision is { } decision && state.Leg(decision, offer.LineId!, offer.AcquiringParty) is { } leg && !(onlyIfUnset && leg.Approval is not null)
            ? state.Put(leg with { Approval = approval })
            : state;

    /// <summary>Both sides count what an open offer would first transfer, so that neither takes part in exceeding an authorization.</summary>
    private static LedgerState Reserve(LedgerState state, TransferOffer offer, int sign)
    {
        var fresh = FreshTonnes(offer);
        return fresh == 0 || offer.Authorization is not { } id ? state : AuthorizationEffects.Reserve(state, offer.TransferringParty, id, sign * fresh);
    }

    private static long FreshTonnes(TransferOffer offer) => offer.Units.Where(u => u.FirstTransfer is null).Sum(u => u.Quantity.Tonnes);

    private static Transfer Open(TransferOffer offer, TransferRole role, DateTimeOffset at) =>
        new(offer, role, TransferState.Proposed, at, null, null, null, ImmutableArray<UnitRun>.Empty, null, null, null);

    private static UnitBlock Free(UnitBlock block) => block.Status == BlockStatus.Held
        ? block
        : throw new LedgerDefectException($"Serials {block.Serials} are {block.Status}, not held.");

    private static UnitBlock ReservedFor(UnitBlock block, TransferId id) => block.Status == BlockStatus.Reserved && block.Transfer == id
        ? block
        : throw new LedgerDefectException($"Serials {block.Serials} are not reserved for transfer {id}.");

    private static UnitBlock Closed(UnitBlock block) => block.Status == BlockStatus.TransferredOut
        ? block
        : throw new LedgerDefectException($"Serials {block.Serials} are {block.Status} on this side and cannot arrive.");
}
