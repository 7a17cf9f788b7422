using System.Diagnostics;
using System.Globalization;
using System.Text;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;

namespace JcmInterop.Benchmarks.Aef;

/// <summary>Writes and checks a large submission, each part in a process of its own so that times and peaks of memory do not mix; ours and the bare loop take turns.</summary>
internal static class AefBenchmark
{
    private const int Ranges = 1_000_000;
    private const int Blocks = 1_000_000;
    private const double BytesPerMegabyte = 1e6;

    public static async Task CompareAsync(int rows, string results, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("jcm-benchmark-");
        try
        {
            var (ours, bare) = (Path.Combine(folder.FullName, "ours.xlsx"), Path.Combine(folder.FullName, "bare.xlsx"));
            List<Measured> bareRuns = [];
            List<Measured> ownRuns = [];
            for (var i = 0; i < rounds; i++)
            {
                bareRuns.Add(await RunAsync("bare", rows, bare));
                ownRuns.Add(await RunAsync("write", rows, ours));
            }

            var check = await RunAsync("check", rows, ours);
            var overlap = await RunAsync("overlap", Ranges, ours);
            var summary = await RunAsync("table4", Blocks, ours);
            var ratio = Median(ownRuns).ProcessorSeconds / Median(bareRuns).ProcessorSeconds;
            var text = new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"# Agreed electronic format, {rows:N0} action rows\n\n")
                .Append(CultureInfo.InvariantCulture, $"Machine with {Environment.ProcessorCount} cores, .NET {Environment.Version}; where it is busy, the processor seconds are what counts. Each part ran in its own process; rounds of both writers taking turns: {rounds}; medians.\n\n")
                .Append("| what | seconds | processor seconds | peak memory, MB | goal |\n|---|---|---|---|---|\n")
                .Append(Row("bare Open XML loop of the same cells", Median(bareRuns), ""))
                .Append(Row("workbook written", Median(ownRuns), string.Create(CultureInfo.InvariantCulture, $"1.5 times the bare loop (measured {ratio:0.00}), 300 MB")))
                .Append(Row("workbook read and checked by every rule", check, "60 s"))
                .Append(Row(string.Create(CultureInfo.InvariantCulture, $"overlaps among {Ranges:N0} ranges, sort and sweep"), overlap, "1 s"))
                .Append(Row(string.Create(CultureInfo.InvariantCulture, $"table 4 with its breakdown, from {Blocks:N0} blocks"), summary, "2 s"))
                .Append(CultureInfo.InvariantCulture, $"\nFile size: {new FileInfo(ours).Length / BytesPerMegabyte:0} MB ours, {new FileInfo(bare).Length / BytesPerMegabyte:0} MB bare. Made by `dotnet run -c Release --project tests/JcmInterop.Benchmarks -- aef {rows} RESULTS.md {rounds}`.\n");
            await File.WriteAllTextAsync(results, text.ToString());
            await Console.Out.WriteAsync(text.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Part(string part, int rows, string path)
    {
        Action run = part switch
        {
            "bare" => () => BareOpenXml.Write(rows, path),
            "write" => () => Write(rows, path),
            "check" => () => Check(path),
            "overlap" => Overlap(rows),
            "table4" => Table4OfBenchmark.Prepare(rows),
            _ => throw new ArgumentException($"There is no part {part}.", nameof(part)),
        };
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        run();
        watch.Stop();
        var processor = Environment.CpuUsage.TotalTime - before;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {processor.TotalSeconds} {process.PeakWorkingSet64 / BytesPerMegabyte}"));
    }

    private static void Write(int rows, string path)
    {
        using var output = File.Create(path);
        AefWorkbookWriter.Write(AefRowsOfBenchmark.Of(rows), AefVersion2.Fields, AefProfile.Checker, output, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static void Check(string path)
    {
        var report = AefCheckReport.Of([AefSubmissionFile.Read(path)], AefNomenclature.February2026);
        if (report.HasErrors) throw new InvalidOperationException($"The sound file has findings: {report.Files[0].Findings[0]}");
    }

    // Rows in an order nobody sorted, each overlapping its neighbour: only the search itself is timed.
    private static Action Overlap(int count)
    {
        var layout = AefVersion2.Fields[AefTable.Holdings];
        var record = new AefRecord(layout, 1, new AefCell[layout.Fields.Count], (_, _) => "");
        const long prime = 7_368_787;
        var blocks = Enumerable.Range(0, count).Select(i => i * prime % count).Select(i => new AefBlock(record, "one", (i * 10) + 1, (i * 10) + 11)).ToList();
        return () =>
        {
            var found = AefBlock.Overlapping(blocks).Count();
            if (found != count - 1) throw new InvalidOperationException($"{found} overlaps found.");
        };
    }

    private static async Task<Measured> RunAsync(string part, int rows, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["aef", "part", part, rows.ToString(CultureInfo.InvariantCulture), path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Part {part} failed.");
        var figures = output.Split(' ');
        return new Measured(double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture), double.Parse(figures[2], CultureInfo.InvariantCulture));
    }

    private static Measured Median(List<Measured> runs) => runs.OrderBy(r => r.ProcessorSeconds).ElementAt(runs.Count / 2);

    private static string Row(string what, Measured measured, string goal) =>
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured.Seconds:0.0} | {measured.ProcessorSeconds:0.00} | {measured.Megabytes:0} | {goal} |\n");

    private sealed record Measured(double Seconds, double ProcessorSeconds, double Megabytes);
}
