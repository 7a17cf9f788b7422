using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using JcmInterop.Benchmarks.Measuring;

namespace JcmInterop.Benchmarks.Comparison;

/// <summary>What this machine can do at most: signatures a second on one core, and writes that are safely on the disk.</summary>
internal static partial class Limits
{
    private const int Flushes = 300;

    /// <summary>Signatures made and checked a second by OpenSSL with Ed25519, on one core.</summary>
    public static async Task<(double Sign, double Verify)> SignaturesAsync()
    {
        var said = await Tool.RunAsync("openssl", [], "speed", "-seconds", "3", "ed25519");
        var numbers = Numbers().Matches(said.Split('\n').Last(line => line.Contains("EdDSA", StringComparison.Ordinal)));
        return (Number(numbers[^2]), Number(numbers[^1]));
    }

    /// <summary>Milliseconds until 4 KiB written over what was there are safely on the disk.</summary>
    public static Spread FlushMilliseconds()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var times = new List<double>(Flushes);
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose))
        {
            var page = new byte[4096];
            for (var i = 0; i < Flushes; i++) file.Write(page);
            file.Flush(flushToDisk: true);
            for (var i = 0; i < Flushes; i++)
            {
                var began = Stopwatch.GetTimestamp();
                file.Position = i * page.Length;
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return new Spread(times);
    }

    /// <summary>The machine in one line.</summary>
    public static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return $"{Environment.ProcessorCount} cores ({model ?? "unknown"}), {memory} GiB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}";
    }

    private static double Number(Match match) => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
