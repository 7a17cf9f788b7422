using System.Diagnostics;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Benchmarks.Steps;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Benchmarks.Large;

/// <summary>Both sides of one registry in this process, and what was measured in it.</summary>
internal sealed class LargePair : IAsyncDisposable
{
    private const int Batch = 1_000;
    private const int BatchesWarmUp = 6;
    private const int BatchesPerTurn = 3;
    private const int SinglesPerTurn = 50;

    /// <summary>Tonnes for every transfer that is measured.</summary>
    public const long TonnesMost = 1_000_000 * BenchFacts.Tonnes;

    private readonly StepSide japan;
    private readonly StepSide thailand;

    private LargePair(StepSide japan, StepSide thailand)
    {
        this.japan = japan;
        this.thailand = thailand;
    }

    public List<double> Batches { get; } = [];

    /// <summary>Processor time of a transfer of a batch, both sides, in microseconds; other programs lengthen it less than the clock's.</summary>
    public List<double> Processor { get; } = [];

    public List<double> Singles { get; } = [];

    public List<double> Commands { get; } = [];

    public static async Task<LargePair> OpenAsync(LargeKeys keys, LargeStore japan, LargeStore thailand)
    {
        var pair = new LargePair(
            new StepSide(BenchFacts.Thai, PartyCode.Japan, keys.Japanese, keys.Thai.Public, japan.Open()), new StepSide(BenchFacts.Thai, BenchFacts.Tha, keys.Thai, keys.Japanese.Public, thailand.Open()));
        await pair.japan.LoadedAsync();
        await pair.thailand.LoadedAsync();
        return pair;
    }

    public async Task WarmUpAsync()
    {
        for (var i = 0; i < BatchesWarmUp; i++) await StepCommand.RoundAsync(japan, thailand, Batch, new StepMeter());
        for (var i = 0; i < SinglesPerTurn; i++) await StepCommand.RoundAsync(japan, thailand, 1, new StepMeter());
    }

    public async Task MeasureAsync()
    {
        using var process = Process.GetCurrentProcess();
        var (began, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        for (var i = 0; i < BatchesPerTurn; i++) await StepCommand.RoundAsync(japan, thailand, Batch, new StepMeter());
        Batches.Add(BatchesPerTurn * Batch / Stopwatch.GetElapsedTime(began).TotalSeconds);
        process.Refresh();
        Processor.Add((process.TotalProcessorTime - used).TotalMicroseconds / (BatchesPerTurn * Batch));
        began = Stopwatch.GetTimestamp();
        for (var i = 0; i < SinglesPerTurn; i++) await StepCommand.RoundAsync(japan, thailand, 1, new StepMeter());
        Singles.Add(SinglesPerTurn / Stopwatch.GetElapsedTime(began).TotalSeconds);
        var decideBy = TimeProvider.System.GetUtcNow().AddDays(10);
        for (var i = 0; i < SinglesPerTurn; i++)
        {
            began = Stopwatch.GetTimestamp();
            await thailand.DoAsync(BenchFacts.Thai.Propose(decideBy));
            Commands.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        await thailand.DeliverAsync(japan);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }
}
