using System.Runtime.InteropServices;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Actions and holdings of serials that share one key, swept from the first serial to the last: one sort, then one step per end of a block.</summary>
internal sealed class AefHoldingSweep
{
    private readonly List<Edge> edges = [];
    private readonly SortedSet<Step> activeSteps = new(Comparer<Step>.Create((a, b) => (a.At, a.Order).CompareTo((b.At, b.Order))));
    private readonly List<AefBlock> activeHoldings = [];
    private readonly List<AefBlock> activeBefore = [];
    private int order;

    public void AddAction(AefBlock block, DateTimeOffset at, AefHoldingEffect effect) => Add(block, new Step(at, ++order, block, effect), isBefore: false);

    public void AddHolding(AefBlock block) => Add(block, null, isBefore: false);

    public void AddHoldingBefore(AefBlock block) => Add(block, null, isBefore: true);

    /// <summary>Runs of serials whose holding is not what the last action, or without one the year before, says.</summary>
    public IEnumerable<AefHoldingGap> Gaps(bool isYearBeforeKnown)
    {
        edges.Sort((a, b) => a.Serial.CompareTo(b.Serial));
        AefHoldingGap? open = null;
        for (var i = 0; i < edges.Count;)
        {
            var serial = edges[i].Serial;
            for (; i < edges.Count && edges[i].Serial == serial; i++) Take(edges[i]);
            if (i == edges.Count || Judge(serial, edges[i].Serial - 1, isYearBeforeKnown) is not { } gap) continue;
            if (open is not null && open.ContinuesIn(gap)) open = open with { Last = gap.Last };
            else
            {
                if (open is not null) yield return open;
                open = gap;
            }
        }

        if (open is not null) yield return open;
    }

    private void Add(AefBlock block, Step? step, bool isBefore)
    {
        if (block.Last < block.First) return;
        edges.Add(new Edge(block.First, IsStart: true, block, step, isBefore));
        edges.Add(new Edge(block.Last + 1, IsStart: false, block, step, isBefore));
    }

    private void Take(Edge edge)
    {
        if (edge.Step is { } step)
        {
            if (edge.IsStart) activeSteps.Add(step);
            else activeSteps.Remove(step);
            return;
        }

        var active = edge.IsBefore ? activeBefore : activeHoldings;
        if (edge.IsStart) active.Add(edge.Block);
        else active.Remove(edge.Block);
    }

    private AefHoldingGap? Judge(long first, long last, bool isYearBeforeKnown)
    {
        var holding = activeHoldings.Count > 0 ? activeHoldings[0] : null;
        if (activeSteps.Max is { } step)
        {
            return (step.Effect, holding) switch
            {
                (AefHoldingEffect.Enters, null) => new AefHoldingGap(first, last, step.Block, null, null),
                (AefHoldingEffect.Leaves, not null) => new AefHoldingGap(first, last, step.Block, holding, null),
                _ => null,
            };
        }

        if (!isYearBeforeKnown || (holding is null) == (activeBefore.Count == 0)) return null;
        return new AefHoldingGap(first, last, null, holding, holding is null ? activeBefore[0] : null);
    }

    private sealed record Step(DateTimeOffset At, int Order, AefBlock Block, AefHoldingEffect Effect);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Edge(long Serial, bool IsStart, AefBlock Block, Step? Step, bool IsBefore);
}
