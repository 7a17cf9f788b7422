using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>One Joint Committee decision on one project and monitoring period, with the legs of both sides.</summary>
/// <param name="Project">Project reference, for example <c>MN003</c>.</param>
/// <param name="Period">Monitoring period.</param>
/// <param name="DecidedOn">Day of the decision, when known.</param>
/// <param name="Total">Quantity the decision states for all sides together, when it states one.</param>
/// <param name="Legs">One leg per side.</param>
public sealed record IssuanceDecisionInput(
    string Project, MonitoringPeriod Period, DateOnly? DecidedOn, UnitQuantity? Total, IReadOnlyList<IssuanceLegInput> Legs);
