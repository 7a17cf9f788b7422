using System.Globalization;
using JcmInterop.Benchmarks.Measuring;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>The whole-exchange benchmark: two node processes and one client on this machine.</summary>
internal static class ExchangeCommand
{
    private const int Singles = 300;
    private const int TransfersMost = 200_000;

    public static int Usage()
    {
        Console.Error.WriteLine("usage: exchange [runs]  whole exchanges between two processes\n       wire [filter…]   BenchmarkDotNet: sign, verify, canonicalise, read\n       aef ROWS FILE ROUNDS  writing and checking a large submission, results as Markdown");
        return 2;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        var runs = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
        await using var pair = await BenchPair.StartAsync();
        await pair.PrepareAsync(TransfersMost);
        Say("warming up");
        await ExchangeRun.BatchesAsync(pair, 1_000, 2);
        await ExchangeRun.ConcurrentAsync(pair, 16, 300);
        Console.WriteLine("| exchange between two processes, SQLite | settled transfers/s, median (least to most) | processor time of both nodes per transfer, ms |\n|---|---|---|");
        foreach (var (batch, batches) in new[] { (1_000, 4), (100, 20), (10, 60) })
            await RepeatAsync($"batches of {batch}", pair, runs, () => ExchangeRun.BatchesAsync(pair, batch, batches));
        await RepeatAsync("single messages, 64 in flight", pair, runs, () => ExchangeRun.ConcurrentAsync(pair, 64, 1_000));
        var singles = new List<double>();
        for (var i = 0; i < runs; i++) singles.AddRange(await ExchangeRun.SinglesAsync(pair, Singles / runs));
        var latency = new Spread(singles);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nOne uncontended transfer: p50 {latency.Median:0.0} ms, p99 {latency.At(0.99):0.0} ms."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory: {pair.Thailand.PeakBytes >> 20} and {pair.Japan.PeakBytes >> 20} MiB."));
        return 0;
    }

    private static async Task RepeatAsync(string what, BenchPair pair, int runs, Func<Task<double>> run)
    {
        var values = new List<double>();
        var (proposed, processor) = (pair.Proposed, pair.ProcessorTime);
        for (var i = 0; i < runs; i++) values.Add(await run());
        var each = (pair.ProcessorTime - processor).TotalMilliseconds / (pair.Proposed - proposed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {new Spread(values).ToText()} | {each:0.00} |"));
    }

    private static void Say(string what) => Console.Error.WriteLine(what);
}
