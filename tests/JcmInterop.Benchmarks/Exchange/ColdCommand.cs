using System.Diagnostics;
using System.Globalization;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>What two nodes do first after they were stopped and started again, whose programs are not compiled yet, against what they did before.</summary>
internal static class ColdCommand
{
    private const int Batch = 1_000;
    private const int BatchesBefore = 20;
    private const int BatchesOfRun = 6;
    private const int SinglesBefore = 50;

    public static async Task<int> RunAsync(PostgresTestServer? server, int runs)
    {
        await using var pair = await BenchPair.StartAsync(server);
        await pair.Sides.PrepareAsync(1_000_000);
        await Progress.OfAsync($"{BatchesBefore} batches, which a restarted node has to load", ExchangeRun.BatchesAsync(pair.Sides, Batch, BatchesBefore));
        // The client is not started again, so its own program must not be compiled for the first transfer.
        await Progress.OfAsync("single transfers", ExchangeRun.SinglesAsync(pair.Sides, SinglesBefore));
        Console.WriteLine(
            $"""
            | both nodes started again, {(server is null ? "SQLite" : "PostgreSQL")} | {BatchesOfRun} batches of {Batch} before, settled transfers a second | start of the processes to ready, s | first transfer, ms | processor time of both nodes in it, ms | second transfer, ms | {BatchesOfRun} batches right after it, settled transfers a second |
            |---|---|---|---|---|---|---|
            """);
        var all = new List<double[]>();
        for (var run = 1; run <= runs; run++)
        {
            var figures = await MeasureAsync(pair, $"run {run} of {runs}");
            all.Add(figures);
            Tell($"run {run}", figures.Select(figure => new Spread([figure])));
        }

        Tell("median (least to most)", Enumerable.Range(0, all[0].Length).Select(i => new Spread(all.Select(figures => figures[i]))));
        return 0;
    }

    private static async Task<double[]> MeasureAsync(BenchPair pair, string run)
    {
        var hot = await Progress.OfAsync($"{run}: batches", ExchangeRun.BatchesAsync(pair.Sides, Batch, BatchesOfRun));
        await Progress.OfAsync($"{run}: stopping", pair.StopNodesAsync());
        var began = Stopwatch.GetTimestamp();
        await Progress.OfAsync($"{run}: starting", pair.StartNodesAsync());
        var ready = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var before = pair.ProcessorTime;
        var first = await ExchangeRun.SinglesAsync(pair.Sides, 1);
        var used = (pair.ProcessorTime - before).TotalMilliseconds;
        var second = await ExchangeRun.SinglesAsync(pair.Sides, 1);
        var cold = await Progress.OfAsync($"{run}: batches, cold", ExchangeRun.BatchesAsync(pair.Sides, Batch, BatchesOfRun));
        return [hot, ready, first[0], used, second[0], cold];
    }

    private static void Tell(string what, IEnumerable<Spread> figures)
    {
        string[] formats = ["0", "0.0", "0", "0", "0", "0"];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {string.Join(" | ", figures.Zip(formats, (figure, format) => figure.ToText(format)))} |"));
    }
}
