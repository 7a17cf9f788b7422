using System.Collections.Immutable;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Units;

/// <summary>Gives units their ITMO identity and first transfer, once.</summary>
internal static class FirstTransferring
{
    /// <summary>The units after an event: those not yet first transferred are now, under the authorization; the others are unchanged.</summary>
    public static ImmutableArray<UnitRun> Of(Deciding d, AuthorizationRecord? record, FirstTransferTrigger trigger, DateOnly on, IEnumerable<UnitRun> units) =>
        Of(d, record, units.Select(unit => (unit, new FirstTransfer(on, trigger, record?.Authorization.Id ?? default))));

    /// <summary>As above, with a first transfer of its own for each unit.</summary>
    public static ImmutableArray<UnitRun> Of(Deciding d, AuthorizationRecord? record, IEnumerable<(UnitRun Unit, FirstTransfer First)> units)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        return [.. units.Select(u =>
        {
            var (unit, transfer) = u;
            if (unit.FirstTransfer is not null) return unit;
            if (record is null) throw new LedgerDefectException($"Serials {unit.Serials} would be first transferred without an authorization.");
            var terms = record.Authorization;
            var itmo = new ItmoBlock(terms.CooperativeApproach, d.Settings.OwnRegistry, d.Settings.Party, 1);
            var series = Series(itmo, unit.Vintage);
            var first = next.TryGetValue(series, out var n) ? n : d.State.Next(series);
            next[series] = checked(first + unit.Quantity.Tonnes);
            return unit with { Authorization = terms.Id, Itmo = itmo with { FirstSerial = first }, FirstTransfer = transfer };
        })];
    }

    /// <summary>The series that numbers ITMOs of one approach, registry, Party and vintage.</summary>
    public static string Series(ItmoBlock itmo, Vintage vintage) =>
        $"itmo {itmo.CooperativeApproach}-{itmo.OriginatingRegistry}-{itmo.FirstTransferringParty}-{vintage}";

    /// <summary>Puts a run's identity on its block, and moves the ITMO series on where the identity is new on this side.</summary>
    public static LedgerState Imprint(LedgerState state, UnitRun run, Func<UnitBlock, UnitBlock> change)
    {
        var isNew = run.Itmo is not null && state.BlocksOverlapping(run.Serials).All(b => b.Itmo is null);
        state = state.Replace(run.Serials, block => change(block with
        {
            Authorization = run.Authorization,
            Itmo = run.Itmo?.From(block.Serials.First - run.Serials.First),
            FirstTransfer = run.FirstTransfer,
        }));
        return isNew ? state.Advance(Series(run.Itmo!, run.Vintage), run.Quantity.Tonnes) : state;
    }
}
