using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace JcmInterop.Benchmarks.Steps;

/// <summary>Adds up processor time, allocations and collections of the parts of an exchange.</summary>
internal sealed class StepMeter
{
    private readonly Dictionary<string, (TimeSpan Processor, TimeSpan Wall, long Bytes)> parts = new(StringComparer.Ordinal);
    private readonly int[] collections = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
    private readonly Process process = Process.GetCurrentProcess();
    private readonly TimeSpan paused = GC.GetTotalPauseDuration();

    public async Task MeasureAsync(string part, Func<Task> work)
    {
        var (processor, bytes, began) = (Processor(), GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await work();
        var sum = parts.GetValueOrDefault(part);
        parts[part] = (sum.Processor + Processor() - processor, sum.Wall + Stopwatch.GetElapsedTime(began), sum.Bytes + GC.GetTotalAllocatedBytes() - bytes);
    }

    public string ToMarkdown(int transfers)
    {
        var text = new StringBuilder("| part | processor, µs a transfer | wall, µs | allocated, kB a transfer |\n|---|---|---|---|\n");
        foreach (var (part, sum) in parts) Row(text, part, sum, transfers);
        Row(text, "all", (Sum(s => s.Processor), Sum(s => s.Wall), parts.Values.Sum(s => s.Bytes)), transfers);
        return text.Append(CultureInfo.InvariantCulture, $"\nCollections of generation 0, 1, 2: {Since(0)}, {Since(1)}, {Since(2)}; paused {(GC.GetTotalPauseDuration() - paused).TotalMicroseconds / transfers:0} µs a transfer.").ToString();
    }

    private static void Row(StringBuilder text, string part, (TimeSpan Processor, TimeSpan Wall, long Bytes) sum, int transfers) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {part} | {sum.Processor.TotalMicroseconds / transfers:0} | {sum.Wall.TotalMicroseconds / transfers:0} | {sum.Bytes / 1_000m / transfers:0.0} |\n");

    private TimeSpan Sum(Func<(TimeSpan Processor, TimeSpan Wall, long Bytes), TimeSpan> of) => parts.Values.Aggregate(TimeSpan.Zero, (sum, part) => sum + of(part));

    private int Since(int generation) => GC.CollectionCount(generation) - collections[generation];

    private TimeSpan Processor()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
