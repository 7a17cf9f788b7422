using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Units;

/// <summary>Finds the held units a selection means.</summary>
internal static class UnitPicking
{
    /// <summary>Adds the picked parts of blocks, in order of serial, or says why there are none.</summary>
    public static Refusal? Pick(Deciding d, UnitSelection selection, List<UnitBlock> picked)
    {
        if (AccountDecisions.CannotLeave(d, selection.Account) is { } refusal) return refusal;
        return (selection.Serials, selection.Quantity) switch
        {
            ({ } serials, null) => BySerials(d, selection.Account, serials, picked),
            (null, { IsZero: false } quantity) => ByQuantity(d, selection, quantity.Tonnes, picked),
            _ => AccountRules.SelectionUnclear.With(),
        };
    }

    /// <summary>Picks the units of one selection and bounds the number of runs.</summary>
    public static Refusal? PickOne(Deciding d, UnitSelection selection, out List<UnitBlock> picked)
    {
        picked = [];
        if (Pick(d, selection, picked) is { } refusal) return refusal;
        return picked.Count > TransferOffer.RunsMax ? AccountRules.TooManyRuns.With(picked.Count, TransferOffer.RunsMax) : null;
    }

    private static Refusal? BySerials(Deciding d, AccountNumber account, SerialRange serials, List<UnitBlock> picked)
    {
        var found = 0L;
        foreach (var block in d.State.BlocksOverlapping(serials))
        {
            if (block.Status != BlockStatus.Held || block.Account != account) return AccountRules.NotHeld.With(serials, account);
            var part = block.Part(Math.Max(block.Serials.First, serials.First), Math.Min(block.Serials.Final, serials.Final));
            found = checked(found + part.Quantity.Tonnes);
            picked.Add(part);
        }

        return found == serials.Quantity.Tonnes ? null : AccountRules.NotHeld.With(serials, account);
    }

    private static Refusal? ByQuantity(Deciding d, UnitSelection selection, long needed, List<UnitBlock> picked)
    {
        var missing = needed;
        foreach (var block in d.State.HeldBlocks(selection.Account, selection.Project, selection.Vintage))
        {
            if (missing == 0) break;
            var taken = Math.Min(missing, block.Quantity.Tonnes);
            picked.Add(block.Part(block.Serials.First, checked(block.Serials.First + taken - 1)));
            missing -= taken;
        }

        return missing == 0 ? null : AccountRules.TooFew.With(selection.Account, needed - missing, needed);
    }
}
