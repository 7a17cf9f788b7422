using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Issuance;

/// <summary>Both sides' issuances against what the Joint Committee notified, as of one day.</summary>
/// <param name="Registry">The pair.</param>
/// <param name="AsOf">Day of the report; later issuances are not seen.</param>
/// <param name="LateAfterDays">Days after the decision from which a pending leg is late: policy of the pair, not a rule of the JCM.</param>
/// <param name="Lines">One line per decision, project and period, in project and period order.</param>
/// <param name="Projects">Totals per project, in project order.</param>
/// <param name="Total">Grand totals.</param>
/// <param name="Findings">What needs attention, most severe first.</param>
public sealed record IssuanceReport(
    BilateralRegistryId Registry,
    DateOnly AsOf,
    int LateAfterDays,
    IReadOnlyList<IssuanceLine> Lines,
    IReadOnlyList<IssuanceTotals> Projects,
    IssuanceTotals Total,
    IReadOnlyList<Finding> Findings);
