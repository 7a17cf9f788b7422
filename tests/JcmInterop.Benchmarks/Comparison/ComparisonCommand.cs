using System.Globalization;
using System.Text;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Comparison;

/// <summary>Two nodes with PostgreSQL and with SQLite against what the same server, the same disk and the same processor can do, one after another in one run.</summary>
internal static class ComparisonCommand
{
    private static readonly TimeSpan EachOfPgbench = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var file = arguments is [var path, ..] ? path : "results.md";
        var runs = arguments is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
        await using var server = new PostgresTestServer();
        await server.InitializeAsync();
        Say("the limits of this machine");
        var (signatures, flush) = (await Limits.SignaturesAsync(), Limits.FlushMilliseconds());
        Say("hand-written SQL");
        var hot = await Pgbench.MeasureAsync(server, Pgbench.HotPair, runs, EachOfPgbench);
        var spread = await Pgbench.MeasureAsync(server, Pgbench.Spread, runs, EachOfPgbench);
        Say("two nodes with PostgreSQL");
        var postgres = await ExchangeCommand.MeasureAsync(server, runs);
        Say("two nodes with SQLite");
        var sqlite = await ExchangeCommand.MeasureAsync(null, runs);

        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Settled transfers against the limits\n\nMade by `dotnet run --project tests/JcmInterop.Benchmarks -- compare FILE [RUNS]` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}. Machine: {Limits.Machine()}.\n");
        report.Append(CultureInfo.InvariantCulture, $"{runs} runs of each, median (least to most). Nodes, client, database server and pgbench share the machine; every commit is flushed to the disk.\n\n");
        report.Append("| limit of this machine | |\n|---|---|\n");
        report.Append(CultureInfo.InvariantCulture, $"| hand-written SQL, 64 clients on one pair of accounts, transfers a second | {hot.ToText()} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| the same, spread over 10,000 accounts | {spread.ToText()} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| OpenSSL Ed25519, signatures made and checked a second on one core | {signatures.Sign:0} and {signatures.Verify:0} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| 4 KiB overwritten and flushed, ms, median (99 of 100) | {flush.Median:0.00} ({flush.At(0.99):0.00}) |\n\n");
        report.Append(postgres.ToMarkdown("PostgreSQL")).Append('\n').Append(sqlite.ToMarkdown("SQLite")).Append('\n');
        Goals(report, hot, postgres, sqlite);
        await File.WriteAllTextAsync(file, report.ToString());
        Console.WriteLine(report);
        return 0;
    }

    private static void Goals(StringBuilder report, Spread hot, ExchangeFigures postgres, ExchangeFigures sqlite)
    {
        const string batches = "batches of 1000";
        var (latency, singles) = (new Spread(postgres.Latencies), postgres.Rate(ExchangeFigures.SinglesInFlight));
        report.Append("| goal | | measured |\n|---|---|---|\n");
        report.Append(CultureInfo.InvariantCulture, $"| batches of 1,000 with PostgreSQL, against hand-written SQL on one pair | 1.0 | {postgres.Rate(batches) / hot.Median:0.00} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| batches of 1,000 with PostgreSQL, a second | 2,000 | {postgres.Rate(batches):0} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| batches of 1,000 with SQLite, a second | 2,000 | {sqlite.Rate(batches):0} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| single messages, 64 in flight, with PostgreSQL, a second and core | 400 | {singles / Environment.ProcessorCount:0} |\n");
        report.Append(CultureInfo.InvariantCulture, $"| one transfer alone with PostgreSQL, p50 and p99, ms | 10 and 40 | {latency.Median:0.0} and {latency.At(0.99):0.0} |\n");
        var embedded = new Spread(sqlite.Latencies);
        report.Append(CultureInfo.InvariantCulture, $"| one transfer alone with SQLite, p50, ms | 15 | {embedded.Median:0.0} |\n");
    }

    private static void Say(string what) => Console.Error.WriteLine(what);
}
