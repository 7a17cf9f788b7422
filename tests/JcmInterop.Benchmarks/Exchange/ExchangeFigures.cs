using System.Globalization;
using System.Text;
using JcmInterop.Benchmarks.Measuring;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>What was measured of two nodes with one kind of store.</summary>
internal sealed class ExchangeFigures
{
    public const string SinglesInFlight = "single messages, 64 in flight";

    /// <summary>Settled transfers a second, and milliseconds of processor time of both nodes for each.</summary>
    public List<(string What, Spread PerSecond, double ProcessorMilliseconds)> Rates { get; } = [];

    /// <summary>Milliseconds of single transfers with nothing else going on.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>Single transfers at a fixed rate.</summary>
    public List<(double PerSecond, Spread Milliseconds, int Failed)> OpenLoops { get; } = [];

    /// <summary>Most memory of the transferring and of the acquiring node.</summary>
    public (long Thailand, long Japan) PeakBytes { get; set; }

    /// <summary>The median rate of something.</summary>
    public double Rate(string what) => Rates.Single(r => r.What == what).PerSecond.Median;

    public string ToMarkdown(string store)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| two nodes and their client, {store} | settled transfers a second, median (least to most) | processor time of both nodes, ms a transfer |\n|---|---|---|\n");
        foreach (var (what, rate, processor) in Rates) text.Append(CultureInfo.InvariantCulture, $"| {what} | {rate.ToText()} | {processor:0.00} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\n| single transfers, {store} | p50, ms | p95, ms | p99, ms | refused or failed |\n|---|---|---|---|---|\n");
        var alone = new Spread(Latencies);
        text.Append(CultureInfo.InvariantCulture, $"| one after another | {alone.Median:0.0} | {alone.At(0.95):0.0} | {alone.At(0.99):0.0} | 0 |\n");
        foreach (var (rate, times, failed) in OpenLoops)
            text.Append(CultureInfo.InvariantCulture, $"| {rate:0} arrive every second | {times.Median:0.0} | {times.At(0.95):0.0} | {times.At(0.99):0.0} | {failed} |\n");
        return text.Append(CultureInfo.InvariantCulture, $"\nPeak memory of the nodes: {PeakBytes.Thailand >> 20} and {PeakBytes.Japan >> 20} MiB.\n").ToString();
    }
}
