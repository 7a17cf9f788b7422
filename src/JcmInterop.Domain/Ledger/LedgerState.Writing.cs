using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <content>How applying an event writes items; every write is remembered as a change for the store.</content>
public sealed partial record LedgerState
{
    /// <summary>An item as it was stored, which is no change.</summary>
    internal LedgerState WithLoaded(LedgerItem item) => WithItem(item, item.ItemKey(), ChangeStack);

    /// <summary>All blocks as they were stored, which are no change.</summary>
    internal LedgerState WithLoaded(BlockMap blocks, NumberRanges itmoSerials, HeldMap held) => this with { BlockMap = blocks, ItmoSerials = itmoSerials, HeldMap = held };

    /// <summary>Puts an item under its key.</summary>
    internal LedgerState Put(LedgerItem item)
    {
        var key = item.ItemKey();
        return WithItem(item, key, Changed(item, key));
    }

    /// <summary>Moves a series on by a count.</summary>
    internal LedgerState Advance(string series, long count) => Put(new Counter(series, checked(Next(series) + count)));

    /// <summary>Adds a block of units that is not in the ledger yet.</summary>
    internal LedgerState AddBlock(UnitBlock block) => WithBlock(block, Changed(block, block.ItemKey())).Counted(block, 1);

    /// <summary>Splits out exactly the serials of a range and replaces each piece; every serial of the range must be in the ledger.</summary>
    internal LedgerState Replace(SerialRange range, Func<UnitBlock, UnitBlock> change)
    {
        var state = this;
        var covered = 0L;
        foreach (var block in BlockMap.Overlapping(range))
        {
            var first = Math.Max(block.Serials.First, range.First);
            var final = Math.Min(block.Serials.Final, range.Final);
            covered = checked(covered + final - first + 1);
            state = state.RemoveBlock(block);
            if (block.Serials.First < first) state = state.AddBlock(block.Part(block.Serials.First, first - 1));
            state = state.AddBlock(change(block.Part(first, final)));
            if (final < block.Serials.Final) state = state.AddBlock(block.Part(final + 1, block.Serials.Final));
        }

        return covered == range.Quantity.Tonnes
            ? state
            : throw new LedgerDefectException($"Only {covered} of the {range.Quantity} serials {range} are in the ledger.");
    }

    /// <summary>Counts newly issued or newly acquired units in the totals of their project and vintage.</summary>
    internal LedgerState CountNew(ProjectReference project, Vintage vintage, long issued, long acquired)
    {
        var totals = TotalsOf(project, vintage);
        return Put(totals with { Issued = checked(totals.Issued + issued), Acquired = checked(totals.Acquired + acquired) });
    }

    /// <summary>Takes a checkpoint out, where there is one under the key.</summary>
    internal LedgerState RemoveCheckpoint(string key) => Checkpoints.ContainsKey(key)
        ? this with { Checkpoints = Checkpoints.Remove(key), ChangeStack = ChangeStack.Push(new LedgerChange(typeof(CheckpointRecord), key, null)) }
        : this;

    private LedgerState RemoveBlock(UnitBlock block)
    {
        var state = this with
        {
            BlockMap = BlockMap.Remove(block),
            HeldMap = block.Status == BlockStatus.Held ? HeldMap.Remove(block) : HeldMap,
            ChangeStack = ChangeStack.Push(new LedgerChange(typeof(UnitBlock), block.ItemKey(), null)),
        };
        return state.Counted(block, -1);
    }

    private LedgerState WithBlock(UnitBlock block, ImmutableStack<LedgerChange> changes) => this with
    {
        BlockMap = BlockMap.Add(block),
        ItmoSerials = block.Itmo is { } itmo
            ? ItmoSerials.Add(FirstTransferring.Series(itmo, block.Vintage), itmo.FirstSerial, checked(itmo.FirstSerial + block.Quantity.Tonnes - 1))
            : ItmoSerials,
        HeldMap = block.Status == BlockStatus.Held ? HeldMap.Add(block) : HeldMap,
        ChangeStack = changes,
    };

    private LedgerState Counted(UnitBlock block, int sign) =>
        Put(TotalsOf(block.Project, block.Vintage).Add(block.Status, checked(sign * block.Quantity.Tonnes)));

    private UnitTotals TotalsOf(ProjectReference project, Vintage vintage) =>
        Totals.GetValueOrDefault(UnitTotals.Key(project, vintage)) ?? new UnitTotals(project, vintage, 0, 0, 0, 0, 0, 0, 0);

    private ImmutableStack<LedgerChange> Changed(LedgerItem item, string key) => ChangeStack.Push(new LedgerChange(item.GetType(), key, item));

    // One copy of the state for each item: the item and the note that it changed.
    private LedgerState WithItem(LedgerItem item, string key, ImmutableStack<LedgerChange> changes) => item switch
    {
        Account i => this with { Accounts = Accounts.SetItem(i.Number, i), ChangeStack = changes },
        Project i => this with { Projects = Projects.SetItem(i.Reference, i), ChangeStack = changes },
        DecisionRecord i => this with { Decisions = Decisions.SetItem(i.Id, i), ChangeStack = changes },
        IssuanceLeg i => this with { Legs = Legs.SetItem(key, i), ChangeStack = changes },
        AuthorizationRecord i => this with { Authorizations = Authorizations.SetItem(key, i), ChangeStack = changes },
        AuthorizationVersion i => this with { AuthorizationVersions = AuthorizationVersions.SetItem(key, i), ChangeStack = changes },
        Announcement i => this with { Announcements = Announcements.SetItem(i.Party, i), ChangeStack = changes },
        NodeKey i => this with { Keys = Keys.SetItem(key, i), ChangeStack = changes },
        CheckpointRecord i => this with { Checkpoints = Checkpoints.SetItem(key, i), ChangeStack = changes },
        Transfer i => this with { Transfers = Transfers.SetItem(i.Offer.Id, i), ChangeStack = changes },
        UnitTotals i => this with { Totals = Totals.SetItem(key, i), ChangeStack = changes },
        PartnerDisposal i => this with
        {
            PartnerDisposals = PartnerDisposals.SetItem(key, i),
            EndedSerials = EndedSerials.Add(i.Units.Serials.Form, i.Units.Serials.First, i.Units.Serials.Final),
            ChangeStack = changes,
        },
        ProtocolFault i => this with { Faults = Faults.SetItem(key, i), ChangeStack = changes },
        Counter i => this with { Counters = Counters.SetItem(i.Series, i), ChangeStack = changes },
        _ => throw new LedgerDefectException($"No table for {item.GetType().Name}."),
    };
}
