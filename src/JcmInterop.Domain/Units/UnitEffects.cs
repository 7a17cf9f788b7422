using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Units;

/// <summary>What moves, uses and cancellations do to the state.</summary>
internal static class UnitEffects
{
    public static LedgerState Apply(LedgerState state, UnitsMoved e)
    {
        foreach (var serials in e.Units) state = state.Replace(serials, b => Movable(b) with { Account = e.To });
        return state;
    }

    public static LedgerState Apply(LedgerState state, UnitsFirstTransferred e)
    {
        foreach (var unit in e.Units)
        {
            if (state.BlocksOverlapping(unit.Serials).FirstOrDefault(b => b.FirstTransfer is not null) is { } again)
                throw new LedgerDefectException($"Serials {again.Serials} were first transferred on {again.FirstTransfer!.On:yyyy-MM-dd} already.");
            state = FirstTransferring.Imprint(state, unit, Movable);
            state = AuthorizationEffects.CountFirstTransfer(state, unit.Itmo!.FirstTransferringParty, unit.FirstTransfer!.Authorization, unit.Quantity.Tonnes);
        }

        return state;
    }

    public static LedgerState Apply(LedgerState state, UnitsUsed e)
    {
        foreach (var unit in e.Units)
            state = state.Replace(unit.Serials, b => Movable(b) with { Account = e.RetirementAccount, Status = BlockStatus.UsedTowardsNdc, Disposal = e.Disposal });
        return state;
    }

    public static LedgerState Apply(LedgerState state, UnitsCancelled e)
    {
        foreach (var unit in e.Units)
        {
            var wasFirstTransferred = state.BlocksOverlapping(unit.Serials).All(b => b.FirstTransfer is not null);
            state = FirstTransferring.Imprint(
                state, unit, b => Movable(b) with { Account = e.CancellationAccount, Status = BlockStatus.Cancelled, Disposal = e.Disposal });
            if (!wasFirstTransferred && unit.FirstTransfer is { } first && unit.Itmo is { } itmo)
                state = AuthorizationEffects.CountFirstTransfer(state, itmo.FirstTransferringParty, first.Authorization, unit.Quantity.Tonnes);
        }

        return state;
    }

    public static LedgerState Apply(LedgerState state, PartnerUnitsDisposed e) =>
        e.Units.Aggregate(state, (s, unit) => s.Put(new PartnerDisposal(e.Party, unit, e.Disposal)));

    private static UnitBlock Movable(UnitBlock block) => block.Status == BlockStatus.Held
        ? block
        : throw new LedgerDefectException($"Serials {block.Serials} are {block.Status}, not held.");
}
