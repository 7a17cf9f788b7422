using System.Globalization;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Benchmarks.Registries;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>The whole-exchange benchmark: two node processes and one client on this machine, with files of SQLite or with databases of PostgreSQL.</summary>
internal static class ExchangeCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Contains("registries")) return await NodeRegistriesCommand.RunAsync(arguments);
        var runs = arguments is [.., var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var asked) ? asked : 5;
        await using var server = arguments.Contains("postgres") ? new PostgresTestServer() : null;
        if (server is not null) await server.InitializeAsync();
        if (arguments.Contains("cold")) return await ColdCommand.RunAsync(server, runs);
        if (arguments.Contains("lone")) return await LoneAsync(server, runs);
        if (arguments.Contains("batches")) return await RatesAsync(server, runs, pair => ExchangeRun.BatchesAsync(pair.Sides, 1_000, 10));
        if (arguments.Contains("flight")) return await RatesAsync(server, runs, pair => ExchangeRun.ConcurrentAsync(pair.Sides, 64, 3_000));
        Console.WriteLine((await MeasureAsync(server, runs)).ToMarkdown(server is null ? "SQLite" : "PostgreSQL"));
        return 0;
    }

    /// <summary>Only one kind of load: the quick look while working on what many transfers cost.</summary>
    private static async Task<int> RatesAsync(PostgresTestServer? server, int runs, Func<BenchPair, Task<double>> load)
    {
        await using var pair = await BenchPair.StartAsync(server);
        await pair.Sides.PrepareAsync(1_000_000);
        await ExchangeRun.BatchesAsync(pair.Sides, 1_000, 6);
        for (var i = 0; i < runs; i++)
        {
            var (proposed, before) = (pair.Sides.Proposed, pair.ProcessorTime);
            var rate = await load(pair);
            var each = (pair.ProcessorTime - before).TotalMilliseconds / (pair.Sides.Proposed - proposed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:0} a second, both nodes {each:0.00} ms of processor time a transfer"));
        }

        return 0;
    }

    /// <summary>Only transfers one after another: the quick look while working on the way of one message.</summary>
    private static async Task<int> LoneAsync(PostgresTestServer? server, int runs)
    {
        await using var pair = await BenchPair.StartAsync(server);
        await pair.Sides.PrepareAsync(1_000_000);
        await ExchangeRun.BatchesAsync(pair.Sides, 1_000, 3);
        await ExchangeRun.SinglesAsync(pair.Sides, 200);
        for (var i = 0; i < runs; i++)
        {
            var before = pair.ProcessorTime;
            var times = await ExchangeRun.SinglesAsync(pair.Sides, 200);
            var each = (pair.ProcessorTime - before).TotalMilliseconds / times.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50 {new Spread(times).At(0.5):0.0} ms, p99 {new Spread(times).At(0.99):0.0} ms, both nodes {each:0.0} ms of processor time"));
        }

        return 0;
    }

    /// <summary>All figures of a store.</summary>
    public static async Task<ExchangeFigures> MeasureAsync(PostgresTestServer? server, int runs)
    {
        const int transfersMost = 2_000_000;
        await using var pair = await BenchPair.StartAsync(server);
        await pair.Sides.PrepareAsync(transfersMost);
        Console.Error.WriteLine("warming up");
        await ExchangeRun.BatchesAsync(pair.Sides, 1_000, 6);
        // A node runs for months; what is measured is one whose program has been compiled for what it repeats.
        await ExchangeRun.ConcurrentAsync(pair.Sides, 64, 6_000);
        await ExchangeRun.SinglesAsync(pair.Sides, 200);
        var figures = new ExchangeFigures();
        foreach (var (batch, batches) in new[] { (1_000, 10), (100, 40), (10, 100) })
            await RepeatAsync(figures, $"batches of {batch}", pair, runs, () => ExchangeRun.BatchesAsync(pair.Sides, batch, batches));
        await RepeatAsync(figures, ExchangeFigures.SinglesInFlight, pair, runs, () => ExchangeRun.ConcurrentAsync(pair.Sides, 64, 2_000));
        for (var i = 0; i < runs; i++) figures.Latencies.AddRange(await ExchangeRun.SinglesAsync(pair.Sides, 100));
        foreach (var share in new[] { 0.5, 0.8 })
        {
            var rate = Math.Floor(share * figures.Rate(ExchangeFigures.SinglesInFlight));
            var (times, failed) = await ExchangeRun.OpenLoopAsync(pair.Sides, rate, (int)(rate * 5));
            figures.OpenLoops.Add((rate, new Spread(times), failed));
        }

        figures.PeakBytes = (pair.Thailand.PeakBytes, pair.Japan.PeakBytes);
        return figures;
    }

    private static async Task RepeatAsync(ExchangeFigures figures, string what, BenchPair pair, int runs, Func<Task<double>> run)
    {
        var values = new List<double>();
        var (proposed, processor) = (pair.Sides.Proposed, pair.ProcessorTime);
        for (var i = 0; i < runs; i++) values.Add(await run());
        var each = (pair.ProcessorTime - processor).TotalMilliseconds / (pair.Sides.Proposed - proposed);
        figures.Rates.Add((what, new Spread(values), each));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {new Spread(values).ToText()}, {each:0.00} ms"));
    }
}
