using JcmInterop.Cli.Records;
using JcmInterop.Domain.Corsia;
using JcmInterop.Reporting.Corsia;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Cli.Filings;

/// <summary>The CORSIA eligibility of every unit on one Party's side.</summary>
internal static class CorsiaFiling
{
    /// <summary>Judges every block for every compliance period.</summary>
    public static CorsiaReport Of(NodeRecord node, DateTimeOffset asOf) =>
        CorsiaReport.Of(node.Registries.SelectMany(r => CorsiaBlocks.Of(r.State, r.Settings, asOf)), CorsiaRulePacks.April2026, asOf);

    /// <summary>Writes the JSON form and a table into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(CorsiaReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        var json = Path.Combine(folder, CorsiaReportExport.JsonFileName);
        using (var output = File.Create(json)) CorsiaReportExport.WriteJson(report, output);
        var csv = Path.Combine(folder, CorsiaReportExport.CsvFileName);
        File.WriteAllText(csv, CorsiaReportExport.Table(report).ToCsv());
        return [json, csv];
    }
}
