using System.Diagnostics;
using System.Globalization;
using JcmInterop.Benchmarks.Measuring;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>Turns of batches in several registries at the same time.</summary>
/// <param name="batch">Transfers of a batch.</param>
/// <param name="batchesOfTurn">Batches of a turn, of all registries together.</param>
internal sealed class RegistryTurns(int batch, int batchesOfTurn)
{
    private const int TurnsWarmUp = 2;
    private const int Turns = 5;
    private const int BatchUnlessAsked = 100;

    public int Batch => batch;

    /// <summary>The size of the batches as the last argument says it.</summary>
    public static int BatchOf(string[] arguments) => arguments is [.., var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var asked) ? asked : BatchUnlessAsked;

    /// <summary>Warms up with two turns and measures five.</summary>
    /// <param name="registries">The registries.</param>
    /// <param name="settle">Settles a number of batches in a registry.</param>
    /// <returns>Settled transfers a second of all registries together.</returns>
    public async Task<Spread> MeasureAsync<T>(IReadOnlyList<T> registries, Func<T, int, Task> settle)
    {
        for (var turn = 1; turn <= TurnsWarmUp; turn++) await Progress.OfAsync($"{registries.Count} registries, warming up {turn} of {TurnsWarmUp}", TurnAsync(registries, settle));
        var rates = new List<double>();
        for (var turn = 1; turn <= Turns; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            var batches = await Progress.OfAsync($"{registries.Count} registries, turn {turn} of {Turns}", TurnAsync(registries, settle));
            rates.Add(batches * batch / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return new Spread(rates);
    }

    // As many batches in all, whatever the number of registries, so that every count is measured over about the same work.
    private async Task<int> TurnAsync<T>(IReadOnlyList<T> registries, Func<T, int, Task> settle)
    {
        var each = Math.Max(1, batchesOfTurn / registries.Count);
        await Task.WhenAll(registries.Select(registry => Task.Run(() => settle(registry, each))));
        return each * registries.Count;
    }
}
