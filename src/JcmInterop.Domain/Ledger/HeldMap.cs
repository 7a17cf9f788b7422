using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Where the held blocks of each account begin, by kind; lets a quantity be picked without looking at other accounts, projects or vintages.</summary>
internal sealed class HeldMap
{
    public static readonly HeldMap Empty = new(ImmutableDictionary<AccountNumber, ImmutableSortedDictionary<HeldKind, NumberedTree<HeldStart>>>.Empty);

    private readonly ImmutableDictionary<AccountNumber, ImmutableSortedDictionary<HeldKind, NumberedTree<HeldStart>>> startsByAccount;

    private HeldMap(ImmutableDictionary<AccountNumber, ImmutableSortedDictionary<HeldKind, NumberedTree<HeldStart>>> startsByAccount) => this.startsByAccount = startsByAccount;

    /// <summary>The map of many blocks at once, those of an account and kind in order.</summary>
    public static HeldMap Of(IEnumerable<(AccountNumber Account, HeldKind Kind, List<HeldStart> Starts)> held)
    {
        var accounts = Empty.startsByAccount.ToBuilder();
        foreach (var account in held.GroupBy(h => h.Account))
            accounts.Add(account.Key, account.ToImmutableSortedDictionary(h => h.Kind, h => NumberedTree<HeldStart>.Of(h.Starts)));
        return new HeldMap(accounts.ToImmutable());
    }

    /// <summary>Where the held blocks of an account begin, in order of serial.</summary>
    /// <param name="account">The account.</param>
    /// <param name="project">Only of this project; nothing for any.</param>
    /// <param name="vintage">Only of this vintage; nothing for any.</param>
    public IEnumerable<(SerialForm Form, long First)> Of(AccountNumber account, ProjectReference? project, Vintage? vintage)
    {
        if (!startsByAccount.TryGetValue(account, out var kinds)) yield break;
        var wanted = new List<NumberedTree<HeldStart>>();
        SerialForm form = default;
        foreach (var (kind, starts) in kinds)
        {
            if ((project is { } p && kind.Project != p) || (vintage is { } v && kind.Vintage != v)) continue;
            if (kind.Form != form)
            {
                foreach (var first in Merged(wanted)) yield return (form, first);
                wanted.Clear();
                form = kind.Form;
            }

            wanted.Add(starts);
        }

        foreach (var first in Merged(wanted)) yield return (form, first);
    }

    public HeldMap Add(UnitBlock block)
    {
        var kinds = startsByAccount.GetValueOrDefault(block.Account, ImmutableSortedDictionary<HeldKind, NumberedTree<HeldStart>>.Empty);
        var kind = HeldKind.Of(block);
        var starts = kinds.GetValueOrDefault(kind, NumberedTree<HeldStart>.Empty).Set(new HeldStart(block.Serials.First));
        return new HeldMap(startsByAccount.SetItem(block.Account, kinds.SetItem(kind, starts)));
    }

    public HeldMap Remove(UnitBlock block)
    {
        var kinds = startsByAccount[block.Account];
        var kind = HeldKind.Of(block);
        var starts = kinds[kind].Remove(block.Serials.First);
        return new HeldMap(startsByAccount.SetItem(block.Account, starts.IsEmpty ? kinds.Remove(kind) : kinds.SetItem(kind, starts)));
    }

    // Serials of one form are nearly always of one project and vintage.
    private static IEnumerable<long> Merged(List<NumberedTree<HeldStart>> starts)
    {
        if (starts.Count == 1) return starts[0].All.Select(start => start.First);
        return starts.Count == 0 ? [] : Interleaved([.. starts]);
    }

    private static IEnumerable<long> Interleaved(NumberedTree<HeldStart>[] starts)
    {
        var next = new PriorityQueue<IEnumerator<HeldStart>, long>();
        foreach (var each in starts) Wait(each.All.GetEnumerator());
        while (next.TryDequeue(out var from, out var first))
        {
            yield return first;
            Wait(from);
        }

        void Wait(IEnumerator<HeldStart> from)
        {
            if (from.MoveNext()) next.Enqueue(from, from.Current.First);
            else from.Dispose();
        }
    }
}
