using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JcmInterop.Faults.Tests.Soak;

/// <summary>What a run of faults showed, for people and for programs.</summary>
internal sealed class SoakReport(int seed)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<StruckFault> faults = [];
    private int verifiedBefore;

    public int Count => faults.Count;

    /// <summary>Transfers that were acknowledged and verified in all worlds.</summary>
    public int Verified => verifiedBefore + (faults.Count == 0 ? 0 : faults[^1].Verified);

    public void Add(StruckFault fault) => faults.Add(fault);

    /// <summary>Further faults befall another world.</summary>
    public void EndWorld() => verifiedBefore = Verified;

    /// <summary>Writes the report beside the test.</summary>
    /// <returns>Where it is.</returns>
    public string Write()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "faults.md");
        File.WriteAllText(path, Markdown());
        File.WriteAllText(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(new { seed, faults = faults.Count, verifiedTransfers = Verified, each = faults }, Form));
        return path;
    }

    public string Markdown()
    {
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Faults under load, seed {seed}

            {faults.Count} faults; {Verified} transfers acknowledged by both sides, every one of them found on both sides, none twice, after each fault.

            | fault | times | recovery: median | worst | longest pause: median | worst |
            |---|---|---|---|---|---|

            """));
        foreach (var kind in faults.GroupBy(f => f.Fault).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(text, kind.Key, [.. kind]);
        if (faults.Count > 0) Row(text, "all", faults);
        text.Append("\nSeconds. Recovery: from the end of the fault, or from the kill, until transfers of both directions were acknowledged by both sides again.\n")
            .Append("Longest pause: longest time in which no transfer of one of the directions was acknowledged by both sides, the fault included.\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, List<StruckFault> of)
    {
        var (recovery, pause) = (of.Select(f => f.RecoverySeconds).Order().ToList(), of.Select(f => f.LongestPauseSeconds).Order().ToList());
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {of.Count} | {recovery[recovery.Count / 2]:0.0} | {recovery[^1]:0.0} | {pause[pause.Count / 2]:0.0} | {pause[^1]:0.0} |\n");
    }
}
