namespace JcmInterop.Domain.Issuance;

/// <summary>Compares a Joint Committee decision as the two sides recorded it.</summary>
public static class DecisionComparison
{
    /// <summary>Every difference in quantity, date or line between the two records; empty where they agree on the accounting.</summary>
    /// <remarks>Names of holders and source notes are each side's own words and are not compared.</remarks>
    public static IReadOnlyList<string> Differences(JcDecision own, JcDecision partner)
    {
        var found = new List<string>();
        if (own.DecidedOn != partner.DecidedOn) found.Add($"decision date: {Date(own.DecidedOn)} here, {Date(partner.DecidedOn)} at the partner");
        foreach (var id in own.Lines.Select(l => l.LineId).Union(partner.Lines.Select(l => l.LineId), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var here = own.Lines.FirstOrDefault(l => l.LineId == id);
            var there = partner.Lines.FirstOrDefault(l => l.LineId == id);
            if (here is null || there is null) found.Add($"line {id}: only {(here is null ? "at the partner" : "here")}");
            else found.AddRange(OfLine(here, there));
        }

        return found;
    }

    private static IEnumerable<string> OfLine(NotifiedLine here, NotifiedLine there)
    {
        if (here.Project != there.Project) yield return $"line {here.LineId}: project {here.Project} here, {there.Project} at the partner";
        if (here.Period != there.Period) yield return $"line {here.LineId}: monitoring period {here.Period} here, {there.Period} at the partner";
        foreach (var side in here.Sides)
        {
            var other = there.Sides.FirstOrDefault(s => s.Party == side.Party);
            if (other is null) yield return $"line {here.LineId}: side {side.Party} only here";
            else if (other.Notified != side.Notified) yield return $"line {here.LineId}: {side.Party} notified {side.Notified} t here, {other.Notified} t at the partner";
            else if (!Vintages(side).SequenceEqual(Vintages(other))) yield return $"line {here.LineId}: {side.Party} vintages differ";
        }
    }

    private static IEnumerable<(int Year, long Tonnes)> Vintages(SideNotification side) => side.Postings
        .GroupBy(p => p.Vintage.Year, (year, postings) => (year, postings.Sum(p => p.Quantity.Tonnes)))
        .Where(v => v.Item2 > 0)
        .OrderBy(v => v.year);

    private static string Date(DateOnly? date) => date is { } d ? $"{d:yyyy-MM-dd}" : "unknown";
}
