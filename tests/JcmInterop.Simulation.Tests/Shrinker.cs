namespace JcmInterop.Simulation.Tests;

/// <summary>Leaves out steps of a failing history while it still fails.</summary>
internal static class Shrinker
{
    public static List<Step> Shrink(List<Step> failing, Func<IReadOnlyList<Step>, bool> fails)
    {
        for (var size = Math.Max(1, failing.Count / 2); size >= 1;)
        {
            var isShorter = false;
            for (var at = 0; at < failing.Count;)
            {
                List<Step> candidate = [.. failing.Take(at), .. failing.Skip(at + size)];
                if (fails(candidate))
                {
                    failing = candidate;
                    isShorter = true;
                }
                else at += size;
            }

            if (size == 1 && !isShorter) break;
            size = Math.Max(1, size / 2);
        }

        return failing;
    }
}
