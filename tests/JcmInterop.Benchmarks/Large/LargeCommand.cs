using System.Diagnostics;
using System.Globalization;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Measuring;
using JcmInterop.Benchmarks.Steps;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;
using JcmInterop.Storage;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Large;

/// <summary>A registry of many blocks: how long it takes to load, how much memory it holds, and what a command costs in it against one in an empty registry.</summary>
internal static class LargeCommand
{
    private const int Turns = 5;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["load", var kind, var place]) return await LoadAsync(kind, place);
        var blocks = arguments is [var text, ..] ? long.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("jcm-large-").FullName;
        if (arguments.Contains("postgres"))
        {
            await using var server = new PostgresTestServer();
            await server.InitializeAsync();
            await MeasureAsync("postgres", blocks, _ => new PostgresLargeStore(server.NewDatabase()));
        }
        else
        {
            await MeasureAsync("sqlite", blocks, name => new SqliteLargeStore(Path.Combine(folder, $"{name}.db")));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(string kind, long blocks, Func<string, LargeStore> make)
    {
        using var keys = new LargeKeys();
        var (japan, thailand) = (make("japan-large"), make("thailand-large"));
        await PrepareAsync(keys, japan, thailand);
        await japan.FillAsync(new LargeFacts(PartyCode.Japan, blocks).Items(), blocks);
        await thailand.FillAsync(new LargeFacts(BenchFacts.Tha, blocks).Items(), blocks);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {blocks:#,0} blocks, {kind} | |\n|---|---|"));
        for (var i = 0; i < 3; i++) Console.WriteLine($"| load {i + 1} | {await LoadElsewhereAsync(kind, thailand.Place)} |");
        var (smallJapan, smallThailand) = (make("japan-empty"), make("thailand-empty"));
        await PrepareAsync(keys, smallJapan, smallThailand);
        await using var empty = await LargePair.OpenAsync(keys, smallJapan, smallThailand);
        await using var large = await LargePair.OpenAsync(keys, japan, thailand);
        foreach (var pair in new[] { empty, large }) await pair.WarmUpAsync();
        for (var turn = 1; turn <= Turns; turn++)
        {
            Console.Error.WriteLine($"turn {turn} of {Turns}");
            foreach (var pair in new[] { empty, large }) await pair.MeasureAsync();
        }

        Tell("transfers settled a second, batches of 1,000", p => p.Batches, isRate: true, empty, large);
        Tell("the same, processor time of a transfer, µs", p => p.Processor, isRate: false, empty, large);
        Tell("one transfer after the other, settled a second", p => p.Singles, isRate: true, empty, large);
        Tell("decide and commit one command, ms", p => p.Commands, isRate: false, empty, large);
    }

    private static void Tell(string what, Func<LargePair, List<double>> of, bool isRate, LargePair empty, LargePair large)
    {
        var (before, after) = (new Spread(of(empty)), new Spread(of(large)));
        var ratio = isRate ? after.Median / before.Median : before.Median / after.Median;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | empty {before.ToText("0.0")}, large {after.ToText("0.0")}: {ratio:0.00} |"));
    }

    private static async Task PrepareAsync(LargeKeys keys, LargeStore japan, LargeStore thailand)
    {
        await using var one = new StepSide(BenchFacts.Thai, PartyCode.Japan, keys.Japanese, keys.Thai.Public, japan.Open());
        await using var other = new StepSide(BenchFacts.Thai, BenchFacts.Tha, keys.Thai, keys.Japanese.Public, thailand.Open());
        await StepCommand.PrepareAsync(one, other, LargePair.TonnesMost);
    }

    /// <summary>Loads a registry in this process and tells what it took.</summary>
    private static async Task<int> LoadAsync(string kind, string place)
    {
        LargeStore store = kind == "postgres" ? new PostgresLargeStore(place) : new SqliteLargeStore(place);
        var opened = store.Open();
        // A node does this while it starts.
        WireJson.Prepare<LedgerItem>();
        var (first, state) = await LoadAsync(opened);
        Console.Write($"{first}; managed {Mb(GC.GetTotalMemory(forceFullCollection: true))} MB");
        GC.KeepAlive(state);
        // By now the program is compiled, as it is where a registry moves between silos.
        Console.WriteLine($"; again: {(await LoadAsync(opened)).Told}");
        await opened.DisposeAsync();
        return 0;
    }

    private static async Task<(string Told, LedgerState State)> LoadAsync(IRegistryStore store)
    {
        using var process = Process.GetCurrentProcess();
        var (before, used) = (process.WorkingSet64, process.TotalProcessorTime);
        var began = Stopwatch.GetTimestamp();
        var state = (await store.LoadStateAsync(BenchFacts.Thai.Registry)).State;
        var took = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        var (resident, peak) = (process.WorkingSet64, process.PeakWorkingSet64);
        var text = string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.00} s, {(process.TotalProcessorTime - used).TotalSeconds:0.00} s of processor time; resident {Mb(before)} MB before, {Mb(resident)} after, {Mb(peak)} at most");
        return (text, state);
    }

    private static long Mb(long bytes) => bytes / 1_000_000;

    private static async Task<string> LoadElsewhereAsync(string kind, string place)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(LargeCommand).Assembly.Location, "large", "load", kind, place]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }
}
