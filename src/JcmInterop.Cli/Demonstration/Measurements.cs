using System.Diagnostics;
using JcmInterop.Cli.Demonstration.Outputs;

namespace JcmInterop.Cli.Demonstration;

/// <summary>What the demonstration measured on this machine.</summary>
/// <param name="SecondsToFirstReceipt">From the start of this process to the first signed receipt in a node's store.</param>
/// <param name="Messages">Messages sent by all nodes.</param>
/// <param name="Receipts">Receipts that came back and are genuine.</param>
/// <param name="JournalRows">Rows of all journals.</param>
/// <param name="Nodes">Each node.</param>
/// <param name="Steps">Seconds of each step.</param>
internal sealed record Measurements(
    double? SecondsToFirstReceipt, int Messages, int Receipts, long JournalRows, IReadOnlyList<NodeMeasurement> Nodes, IReadOnlyList<StepMeasurement> Steps)
{
    /// <summary>Takes the measurements together.</summary>
    public static Measurements Of(DemoNodes nodes, DemoRecords records, EvidenceOutput evidence, IEnumerable<(string Step, double Seconds)> steps)
    {
        using var own = Process.GetCurrentProcess();
        var started = new DateTimeOffset(own.StartTime);
        return new Measurements(
            evidence.FirstReceiptAt is { } first ? Math.Round((first - started).TotalSeconds, 2) : null,
            evidence.Messages,
            evidence.GenuineReceipts,
            records.Parties.Sum(party => records[party].Registries.Sum(r => r.Heads.Journal.Position)),
            [.. nodes.All.Select(n => new NodeMeasurement(n.Place.Party.Code, (long)n.StartToReady.TotalMilliseconds, n.PeakBytes / (1024 * 1024), n.Restarts))],
            [.. steps.Select(s => new StepMeasurement(s.Step, s.Seconds))]);
    }
}
