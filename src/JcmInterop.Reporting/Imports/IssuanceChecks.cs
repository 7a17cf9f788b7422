using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>Checks of an issuance file that need several cells or several rows.</summary>
internal static class IssuanceChecks
{
    public static void Check(IReadOnlyList<(RowReader Place, IssuanceRow Row)> rows, IReadOnlySet<ProjectReference> registered)
    {
        foreach (var (place, row) in rows) CheckRow(place, row, registered);
        RowChecks.NoDuplicates(rows, "line", row => (row.Key, row.Vintage));
        CheckSameLine(rows);
        RowChecks.NoOverlaps(
            rows.DistinctBy(pair => pair.Row.Key).Where(pair => pair.Row.Period is { IsInOrder: true }), "period_from",
            row => (row.Registry, row.Project), row => row.Period!.From, row => row.Period!.To, ImportProblem.PeriodOverlaps);
    }

    private static void CheckRow(RowReader place, IssuanceRow row, IReadOnlySet<ProjectReference> registered)
    {
        if (!registered.Contains(row.Project)) place.Fault("project", ImportProblem.UnknownProject(row.Project.ToString()));
        var sum = row.Partner.Notified + row.Japan.Notified;
        if (sum != row.Total) place.Fault("total", ImportProblem.Sum("The two sides' quantities", "両側の通知量の合計", sum.Tonnes, row.Total.Tonnes));
        if (row.PeriodTo < row.PeriodFrom) place.Fault("period_to", ImportProblem.PeriodReversed);
        else if (row.Vintage.Year < row.PeriodFrom?.Year || row.Vintage.Year > row.PeriodTo?.Year) place.Fault("vintage", ImportProblem.VintageOutside);
        if (row.Partner.IssuedOn < row.DecidedOn) place.Fault("partner_issued_on", ImportProblem.IssuedBeforeDecision);
        if (row.Japan.IssuedOn < row.DecidedOn) place.Fault("japan_issued_on", ImportProblem.IssuedBeforeDecision);
    }

    // Rows of one decision share its day and pair; rows of one line share its project, period and days of issuance.
    private static void CheckSameLine(IReadOnlyList<(RowReader Place, IssuanceRow Row)> rows)
    {
        foreach (var decision in rows.GroupBy(pair => pair.Row.Decision))
        {
            Same(decision, "registry", row => row.Registry);
            Same(decision, "decided_on", row => row.DecidedOn);
        }
        foreach (var line in rows.GroupBy(pair => pair.Row.Key))
        {
            Same(line, "project", row => row.Project);
            Same(line, "period_from", row => row.PeriodFrom);
            Same(line, "period_to", row => row.PeriodTo);
            Same(line.Where(pair => !pair.Row.Partner.Notified.IsZero), "partner_issued_on", row => (row.Partner.State, row.Partner.IssuedOn));
            Same(line.Where(pair => !pair.Row.Japan.Notified.IsZero), "japan_issued_on", row => (row.Japan.State, row.Japan.IssuedOn));
            var (place, first) = line.First();
            if (line.Count() == 1 && first.PeriodFrom?.Year < Vintage.FirstParisYear && first.PeriodTo?.Year >= Vintage.FirstParisYear)
                place.Fault("period_from", ImportProblem.PeriodCrosses2021);
        }
    }

    private static void Same<T>(IEnumerable<(RowReader Place, IssuanceRow Row)> rows, string column, Func<IssuanceRow, T> value)
    {
        (RowReader Place, IssuanceRow Row)? first = null;
        foreach (var pair in rows)
        {
            first ??= pair;
            if (!EqualityComparer<T>.Default.Equals(value(pair.Row), value(first.Value.Row)))
                pair.Place.Fault(column, ImportProblem.LineDiffers(first.Value.Place.Line, column));
        }
    }
}
