using System.Collections.Frozen;
using JcmInterop.Cli.Records;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Issuance;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Cli.Filings;

/// <summary>The issuance reconciliation of one pair, as one side has recorded it.</summary>
internal static class IssuanceFiling
{
    /// <summary>Builds the report.</summary>
    /// <param name="registry">The pair as one side has recorded it.</param>
    /// <param name="asOf">Day of the report.</param>
    public static IssuanceReport Of(RegistryRecord registry, DateOnly asOf) => IssuanceReconciliation.Report(
        registry.Registry, IssuanceInputs.Of(registry.State), FrozenDictionary<string, UnitQuantity>.Empty, asOf, registry.Settings.LateLegAfterDays);

    /// <summary>Writes the JSON form and three tables into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(IssuanceReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, $"{report.Registry}_issuance_{report.AsOf:yyyy-MM-dd}");
        using (var output = File.Create($"{stem}.json")) IssuanceReportJson.Write(report, output);
        File.WriteAllText($"{stem}_legs.csv", IssuanceReportTable.Legs(report).ToCsv());
        File.WriteAllText($"{stem}_totals.csv", IssuanceReportTable.Totals(report).ToCsv());
        File.WriteAllText($"{stem}_findings.csv", IssuanceReportTable.Findings(report).ToCsv());
        return [$"{stem}.json", $"{stem}_legs.csv", $"{stem}_totals.csv", $"{stem}_findings.csv"];
    }
}
