using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>Compares issuances with notified quantities. A pending leg is a normal state, a late one a finding; allocations are never recomputed.</summary>
public static class IssuanceReconciliation
{
    /// <summary>Days after the decision from which a pending leg counts as late unless the pair has agreed otherwise.</summary>
    public const int LateAfterDaysDefault = 60;

    /// <summary>Builds the report.</summary>
    /// <param name="registry">The pair.</param>
    /// <param name="decisions">Decisions with their legs.</param>
    /// <param name="projectTotals">"Total notified" per project as published, to be checked against the sum of its periods; may be empty.</param>
    /// <param name="asOf">Day of the report; issuances and decisions after it are not seen.</param>
    /// <param name="lateAfterDays">Days after the decision from which a pending leg is late.</param>
    public static IssuanceReport Report(
        BilateralRegistryId registry,
        IEnumerable<IssuanceDecisionInput> decisions,
        IReadOnlyDictionary<string, UnitQuantity> projectTotals,
        DateOnly asOf,
        int lateAfterDays = LateAfterDaysDefault)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lateAfterDays);
        var lines = decisions.Where(d => !(d.DecidedOn > asOf))
            .OrderBy(d => d.Project, StringComparer.Ordinal).ThenBy(d => d.DecidedOn ?? d.Period.To ?? DateOnly.MinValue).ThenBy(d => d.Period.From)
            .Select(d => new IssuanceLine(d, [.. d.Legs.OrderBy(l => l.Side == registry.First).ThenBy(l => l.Side).Select(l => Judge(d, l, asOf, lateAfterDays))]))
            .ToList();
        var projects = lines.GroupBy(l => l.Decision.Project, StringComparer.Ordinal).Select(g => Totals(g.Key, registry, g)).ToList();
        var findings = lines.SelectMany(IssuanceRules.CheckLine)
            .Concat(IssuanceRules.CheckPeriods(lines))
            .Concat(IssuanceRules.CheckProjectTotals(projects, projectTotals))
            .OrderByDescending(f => f.Severity)
            .ToList();
        return new IssuanceReport(registry, asOf, lateAfterDays, lines, projects, Totals(registry.ToString(), registry, lines), findings);
    }

    private static IssuanceLegLine Judge(IssuanceDecisionInput decision, IssuanceLegInput leg, DateOnly asOf, int lateAfterDays)
    {
        var issued = leg.IssuedOn > asOf ? null : leg.Issued;
        var issuedOn = issued is null ? null : leg.IssuedOn;
        if (issued is { } quantity && quantity != leg.Notified)
            return new IssuanceLegLine(leg.Side, leg.Notified, quantity, issuedOn, IssuanceLegState.Discrepant, Days(decision.DecidedOn, issuedOn), 0);
        if (leg.Notified.IsZero)
            return new IssuanceLegLine(leg.Side, leg.Notified, UnitQuantity.Zero, issuedOn, IssuanceLegState.NotApplicable, null, 0);
        if (issued is not null)
            return new IssuanceLegLine(leg.Side, leg.Notified, leg.Notified, issuedOn, IssuanceLegState.Issued, Days(decision.DecidedOn, issuedOn), 0);
        var waited = Days(decision.DecidedOn, asOf);
        var late = Math.Max(0, (waited ?? 0) - lateAfterDays);
        return new IssuanceLegLine(
            leg.Side, leg.Notified, UnitQuantity.Zero, null, late > 0 ? IssuanceLegState.Late : IssuanceLegState.Pending, waited, late);
    }

    private static int? Days(DateOnly? from, DateOnly? to) => to?.DayNumber - from?.DayNumber;

    private static IssuanceTotals Totals(string name, BilateralRegistryId registry, IEnumerable<IssuanceLine> lines)
    {
        var legs = lines.SelectMany(l => l.Legs).ToLookup(l => l.Side);
        var sides = new[] { registry.First, registry.Second }.Concat(legs.Select(g => g.Key)).Distinct();
        return new IssuanceTotals(name, sides.ToDictionary(side => side, side => new IssuanceSideTotals(
            Sum(legs[side], l => l.Notified), Sum(legs[side], l => l.Issued), Sum(legs[side], l => l.Pending))));
    }

    private static UnitQuantity Sum(IEnumerable<IssuanceLegLine> legs, Func<IssuanceLegLine, UnitQuantity> quantity) =>
        legs.Aggregate(UnitQuantity.Zero, (sum, leg) => sum + quantity(leg));
}
