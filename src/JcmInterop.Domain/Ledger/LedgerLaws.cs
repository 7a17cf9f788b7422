using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>The laws of the ledger, checked after every step of the simulation and by the file check. Each violation is one sentence.</summary>
public static class LedgerLaws
{
    /// <summary>Checks the laws one side can check alone.</summary>
    public static IEnumerable<string> Check(LedgerState state)
    {
        var sums = new Dictionary<string, UnitTotals>(StringComparer.Ordinal);
        var reserved = new Dictionary<TransferId, long>();
        UnitBlock? previous = null;
        foreach (var block in state.Blocks)
        {
            if (previous is not null && previous.Serials.Overlaps(block.Serials)) yield return $"Law 1: serials {block.Serials} stand in two blocks.";
            previous = block;
            var key = UnitTotals.Key(block.Project, block.Vintage);
            sums[key] = (sums.GetValueOrDefault(key) ?? new UnitTotals(block.Project, block.Vintage, 0, 0, 0, 0, 0, 0, 0)).Add(block.Status, block.Quantity.Tonnes);
            if (block is { Status: BlockStatus.Reserved, Transfer: { } id }) reserved[id] = reserved.GetValueOrDefault(id) + block.Quantity.Tonnes;
            foreach (var violation in OfBlock(state, block)) yield return violation;
        }

        foreach (var violation in OfIdentities(state)) yield return violation;
        foreach (var violation in OfTotals(state, sums)) yield return violation;
        foreach (var violation in OfTransfers(state, reserved)) yield return violation;
        foreach (var violation in OfAuthorizations(state)) yield return violation;
    }

    /// <summary>Checks the laws that bind the two sides of a pair at any moment, also while messages are on their way.</summary>
    public static IEnumerable<string> CheckPair(LedgerState one, LedgerState other)
    {
        foreach (var block in one.Blocks.Where(b => b.Status != BlockStatus.TransferredOut))
        {
            foreach (var twin in other.BlocksOverlapping(block.Serials).Where(b => b.Status != BlockStatus.TransferredOut))
                yield return $"Law 1: serials {twin.Serials} are on both sides.";
        }

        foreach (var here in one.Transfers.Values)
        {
            if (other.Transfers.GetValueOrDefault(here.Offer.Id) is not { } there) continue;
            if (here.Role == there.Role) yield return $"Law 1: transfer {here.Offer.Id} has the same role on both sides.";
            if ((here.State, there.State) is (TransferState.Completed, TransferState.Cancelled or TransferState.Refused) or (TransferState.Cancelled or TransferState.Refused, TransferState.Completed))
                yield return $"Law 7: transfer {here.Offer.Id} is {here.State} on one side and {there.State} on the other.";
        }
    }

    /// <summary>Checks that two sides agree once no message is on its way: every closed unit is live or ended on the other side.</summary>
    public static IEnumerable<string> CheckConverged(LedgerState one, LedgerState other)
    {
        foreach (var (left, right) in new[] { (one, other), (other, one) })
        {
            foreach (var block in left.Blocks.Where(b => b.Status == BlockStatus.TransferredOut))
            {
                var there = right.BlocksOverlapping(block.Serials).Where(b => b.Status != BlockStatus.TransferredOut)
                    .Sum(b => Math.Min(b.Serials.Final, block.Serials.Final) - Math.Max(b.Serials.First, block.Serials.First) + 1);
                if (there != block.Quantity.Tonnes) yield return $"Law 2: {block.Quantity.Tonnes - there} units of {block.Serials} left one side and are not on the other.";
            }

            foreach (var transfer in left.Transfers.Values.Where(t => !right.Transfers.ContainsKey(t.Offer.Id)))
                yield return $"Law 7: transfer {transfer.Offer.Id} is known to one side only.";
        }

        foreach (var here in one.Transfers.Values)
        {
            if (other.Transfers.GetValueOrDefault(here.Offer.Id) is { } there && !SameEnd(here.State, there.State))
                yield return $"Law 7: transfer {here.Offer.Id} is {here.State} on one side and {there.State} on the other.";
        }
    }

    /// <summary>A refusal that crosses a cancellation ends the transfer both ways: the units stay where they were, on both sides' records.</summary>
    private static bool SameEnd(TransferState here, TransferState there) => here == there
        ? here != TransferState.Accepted
        : (here, there) is (TransferState.Refused, TransferState.Cancelled) or (TransferState.Cancelled, TransferState.Refused);

    private static IEnumerable<string> OfBlock(LedgerState state, UnitBlock block)
    {
        if (state.Accounts.GetValueOrDefault(block.Account) is not { } account) yield return $"Law 1: serials {block.Serials} are in account {block.Account}, which does not exist.";
        else if (account.IsTerminal != block.IsTerminal) yield return $"Law 3: serials {block.Serials} are {block.Status} in an account of kind {account.Kind}.";
        if (block.IsTerminal != (block.Disposal is not null)) yield return $"Law 3: serials {block.Serials} are {block.Status} but their end is {(block.Disposal is null ? "not " : "")}recorded.";
        if ((block.FirstTransfer is null) != (block.Itmo is null)) yield return $"Law 4: serials {block.Serials} have a first transfer or an ITMO identity, not both.";
        if (block is { FirstTransfer: { } first, Itmo: { } itmo } && state.Authorization(itmo.FirstTransferringParty, first.Authorization) is { } record && first.On < record.Authorization.AuthorizedOn)
            yield return $"Law 4: serials {block.Serials} were first transferred before authorization {first.Authorization}.";
        if (block is { FirstTransfer: { } then, Itmo: { } identity } && state.AuthorizationOn(identity.FirstTransferringParty, then.Authorization, then.On) is { Authorization: { } terms }
            && (then.On > terms.ExpiresOn || !terms.Covers(block.Project, block.Vintage)))
            yield return $"Law 5: serials {block.Serials} were first transferred outside the terms of authorization {terms.Id}.";
        if (block.Status == BlockStatus.TransferredOut && block.FirstTransfer is null) yield return $"Law 4: serials {block.Serials} left this side without a first transfer.";
    }

    private static IEnumerable<string> OfIdentities(LedgerState state)
    {
        (string Series, long Final)? previous = null;
        var identified = state.Blocks.Where(b => b.Itmo is not null).Select(b => (Series: FirstTransferring.Series(b.Itmo!, b.Vintage), First: b.Itmo!.FirstSerial, Block: b));
        foreach (var (series, first, block) in identified.OrderBy(i => i.Series, StringComparer.Ordinal).ThenBy(i => i.First))
        {
            if (previous is { } last && last.Series == series && first <= last.Final) yield return $"Law 1: the ITMO serials of {block.Serials} are on other units too.";
            previous = (series, first + block.Quantity.Tonnes - 1);
        }
    }

    private static IEnumerable<string> OfTotals(LedgerState state, Dictionary<string, UnitTotals> sums)
    {
        foreach (var (key, totals) in state.Totals)
        {
            var counted = sums.GetValueOrDefault(key) ?? new UnitTotals(totals.Project, totals.Vintage, 0, 0, 0, 0, 0, 0, 0);
            if (totals != counted with { Issued = totals.Issued, Acquired = totals.Acquired }) yield return $"Law 2: the totals of {key} differ from its blocks.";
            if (!totals.IsBalanced) yield return $"Law 2: units of {key} appeared or vanished.";
        }

        foreach (var key in sums.Keys.Where(k => !state.Totals.ContainsKey(k))) yield return $"Law 2: blocks of {key} have no totals.";
    }

    private static IEnumerable<string> OfTransfers(LedgerState state, Dictionary<TransferId, long> reserved)
    {
        foreach (var transfer in state.Transfers.Values)
        {
            var expected = transfer.IsReserving ? transfer.Offer.Quantity.Tonnes : 0;
            if (reserved.GetValueOrDefault(transfer.Offer.Id) != expected)
                yield return $"Law 1: transfer {transfer.Offer.Id} should reserve {expected} t and reserves {reserved.GetValueOrDefault(transfer.Offer.Id)} t.";
        }

        foreach (var id in reserved.Keys.Where(id => !state.Transfers.ContainsKey(id))) yield return $"Law 1: units are reserved for transfer {id}, which does not exist.";
    }

    private static IEnumerable<string> OfAuthorizations(LedgerState state)
    {
        foreach (var record in state.Authorizations.Values)
        {
            if (record.Authorization.QuantityCap is { } cap && record.FirstTransferred + record.Reserved > cap)
                yield return $"Law 5: authorization {record.Authorization.Id} is exceeded.";
        }
    }
}
