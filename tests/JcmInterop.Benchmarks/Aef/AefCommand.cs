using JcmInterop.Benchmarks.Exchange;

namespace JcmInterop.Benchmarks.Aef;

/// <summary>The whole comparison, or, in a process of its own, one part of it.</summary>
internal static class AefCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["part", var part, var partRows, var path] && int.TryParse(partRows, out var partCount))
        {
            AefBenchmark.Part(part, partCount, path);
            return 0;
        }

        if (arguments is not [var rows, var results, var rounds] || !int.TryParse(rows, out var count) || !int.TryParse(rounds, out var times)) return Usage.Print();
        await AefBenchmark.CompareAsync(count, results, times);
        return 0;
    }
}
