using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Puts a state together from its stored items, in any order.</summary>
public sealed class LedgerStateBuilder
{
    private readonly Dictionary<UnitBlock, BlockPattern> patterns = [];
    private readonly Dictionary<SerialForm, List<PackedBlock>> blocks = [];
    private readonly Dictionary<string, List<NumberRun>> itmos = new(StringComparer.Ordinal);
    private readonly List<LedgerItem> others = [];

    /// <summary>Adds an item.</summary>
    public void Add(LedgerItem item)
    {
        if (item is UnitBlock block) PatternOf(block).Add(block.Serials.First, block.Serials.Final, block.Itmo?.FirstSerial ?? 1, block.Transfer ?? default, BlockStanding.Of(block));
        else others.Add(item);
    }

    /// <summary>The pattern of a block, which is not added by this; all blocks that differ in numbers, standing and transfer alone have the same.</summary>
    public BlockPattern PatternOf(UnitBlock block)
    {
        var pattern = PackedBlock.PatternOf(block);
        if (patterns.TryGetValue(pattern, out var known)) return known;
        var made = new BlockPattern(
            pattern,
            Of(blocks, SerialForm.Of(pattern.Serials)),
            pattern.Itmo is { } itmo ? Of(itmos, FirstTransferring.Series(itmo, pattern.Vintage)) : null);
        patterns.Add(pattern, made);
        return made;
    }

    /// <summary>Adds all that another builder has, which must not be used any more.</summary>
    public void Take(LedgerStateBuilder other)
    {
        others.AddRange(other.others);
        foreach (var (pattern, known) in other.patterns) patterns.TryAdd(pattern, known);
        foreach (var (form, further) in other.blocks) Of(blocks, form).AddRange(further);
        foreach (var (series, further) in other.itmos) Of(itmos, series).AddRange(further);
    }

    /// <summary>The state. It can be asked for once.</summary>
    /// <exception cref="LedgerDefectException">Two blocks share a serial.</exception>
    public LedgerState Build()
    {
        var patternsByForm = patterns.Keys.ToLookup(pattern => SerialForm.Of(pattern.Serials));
        var forms = ImmutableDictionary.CreateBuilder<SerialForm, FormBlocks>();
        var held = new List<(AccountNumber, HeldKind, List<HeldStart>)>();
        foreach (var (form, ofForm) in blocks)
        {
            forms.Add(form, FormBlocks.Of(ofForm, patternsByForm[form]));
            held.AddRange(HeldOf(form, ofForm));
            // Emptied as they are packed, so that all blocks are never there twice.
            ofForm.Clear();
            ofForm.TrimExcess();
        }

        return others.Aggregate(LedgerState.Empty, (state, item) => state.WithLoaded(item)).WithLoaded(
            new BlockMap(forms.ToImmutable()), NumberRanges.Of(itmos.Select(s => (s.Key, s.Value))), HeldMap.Of(held));
    }

    private static IEnumerable<(AccountNumber, HeldKind, List<HeldStart>)> HeldOf(SerialForm form, List<PackedBlock> ordered)
    {
        var starts = new Dictionary<(AccountNumber Account, ProjectReference Project, Vintage Vintage), List<HeldStart>>();
        foreach (var block in ordered)
        {
            if (block.Pattern.Status == BlockStatus.Held) Of(starts, (block.Standing.Account, block.Pattern.Project, block.Pattern.Vintage)).Add(new HeldStart(block.First));
        }

        return starts.Select(s => (s.Key.Account, new HeldKind(form, s.Key.Project, s.Key.Vintage), s.Value));
    }

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> entries, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!entries.TryGetValue(key, out var entry)) entries.Add(key, entry = new TValue());
        return entry;
    }
}
