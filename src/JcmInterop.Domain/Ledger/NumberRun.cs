using System.Runtime.InteropServices;

namespace JcmInterop.Domain.Ledger;

/// <summary>A run of numbers, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberRun(long First, long Final) : INumbered
{
    /// <summary>The runs, which are in order, with those made one that touch or share numbers.</summary>
    public static List<NumberRun> Joined(IEnumerable<NumberRun> ordered)
    {
        var joined = new List<NumberRun>();
        foreach (var run in ordered)
        {
            if (joined.Count > 0 && joined[^1] is var last && run.First <= last.Final + 1) joined[^1] = last with { Final = Math.Max(last.Final, run.Final) };
            else joined.Add(run);
        }

        return joined;
    }
}
