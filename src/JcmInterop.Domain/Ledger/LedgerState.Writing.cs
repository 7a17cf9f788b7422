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
    private static readonly ImmutableSortedSet<SerialRange> NoSerials = [];

    /// <summary>Puts an item under its key.</summary>
    internal LedgerState Put(LedgerItem item) => WithItem(item).Remember(item, removed: false);

    /// <summary>Moves a series on by a count.</summary>
    internal LedgerState Advance(string series, long count) => Put(new Counter(series, checked(Next(series) + count)));

    /// <summary>Adds a block of units that is not in the ledger yet.</summary>
    internal LedgerState AddBlock(UnitBlock block) => WithBlockIndexed(block).Counted(block, 1).Remember(block, removed: false);

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

    private LedgerState RemoveBlock(UnitBlock block)
    {
        var state = (this with { BlockMap = BlockMap.Remove(block) }).Counted(block, -1).Remember(block, removed: true);
        return block.Status != BlockStatus.Held
            ? state
            : state with { HeldSerials = HeldSerials.SetItem(block.Account, HeldSerials[block.Account].Remove(block.Serials)) };
    }

    private LedgerState WithBlockIndexed(UnitBlock block)
    {
        var state = this with { BlockMap = BlockMap.Add(block) };
        if (block.Itmo is { } itmo)
            state = state with { ItmoSerials = ItmoSerials.Add(FirstTransferring.Series(itmo, block.Vintage), itmo.FirstSerial, checked(itmo.FirstSerial + block.Quantity.Tonnes - 1)) };
        return block.Status != BlockStatus.Held
            ? state
            : state with { HeldSerials = HeldSerials.SetItem(block.Account, HeldSerials.GetValueOrDefault(block.Account, NoSerials).Add(block.Serials)) };
    }

    private LedgerState Counted(UnitBlock block, int sign) =>
        Put(TotalsOf(block.Project, block.Vintage).Add(block.Status, checked(sign * block.Quantity.Tonnes)));

    private UnitTotals TotalsOf(ProjectReference project, Vintage vintage) =>
        Totals.GetValueOrDefault(UnitTotals.Key(project, vintage)) ?? new UnitTotals(project, vintage, 0, 0, 0, 0, 0, 0, 0);

    private LedgerState Remember(LedgerItem item, bool removed) =>
        this with { ChangeStack = ChangeStack.Push(new LedgerChange(item.GetType(), item.ItemKey(), removed ? null : item)) };

    private LedgerState WithItem(LedgerItem item) => item switch
    {
        Account i => this with { Accounts = Accounts.SetItem(i.Number, i) },
        Project i => this with { Projects = Projects.SetItem(i.Reference, i) },
        DecisionRecord i => this with { Decisions = Decisions.SetItem(i.Id, i) },
        IssuanceLeg i => this with { Legs = Legs.SetItem(i.ItemKey(), i) },
        AuthorizationRecord i => this with { Authorizations = Authorizations.SetItem(i.ItemKey(), i) },
        AuthorizationVersion i => this with { AuthorizationVersions = AuthorizationVersions.SetItem(i.ItemKey(), i) },
        Announcement i => this with { Announcements = Announcements.SetItem(i.Party, i) },
        NodeKey i => this with { Keys = Keys.SetItem(i.ItemKey(), i) },
        CheckpointRecord i => this with { Checkpoints = Checkpoints.SetItem(i.ItemKey(), i) },
        Transfer i => this with { Transfers = Transfers.SetItem(i.Offer.Id, i) },
        UnitTotals i => this with { Totals = Totals.SetItem(i.ItemKey(), i) },
        PartnerDisposal i => this with
        {
            PartnerDisposals = PartnerDisposals.SetItem(i.ItemKey(), i),
            EndedSerials = EndedSerials.Add(i.Units.Serials.Form, i.Units.Serials.First, i.Units.Serials.Final),
        },
        ProtocolFault i => this with { Faults = Faults.SetItem(i.ItemKey(), i) },
        Counter i => this with { Counters = Counters.SetItem(i.Series, i) },
        _ => throw new LedgerDefectException($"No table for {item.GetType().Name}."),
    };
}
