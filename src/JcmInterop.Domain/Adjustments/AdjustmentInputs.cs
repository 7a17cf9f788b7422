namespace JcmInterop.Domain.Adjustments;

/// <summary>Everything the corresponding adjustments of one Party and NDC period are computed from.</summary>
/// <param name="Period">The NDC implementation period.</param>
/// <param name="Method">The method chosen for the whole period.</param>
/// <param name="FirstTransfers">First transfers by this Party.</param>
/// <param name="Uses">Uses by this Party towards its NDC.</param>
public sealed record AdjustmentInputs(
    NdcPeriod Period, AdjustmentMethod Method, IReadOnlyCollection<FirstTransferRecord> FirstTransfers, IReadOnlyCollection<UseRecord> Uses)
{
    /// <summary>Emissions and removals covered by the NDC, t CO2 eq per calendar year (paragraph 23(a)); a missing year is for the Party to provide.</summary>
    public IReadOnlyDictionary<int, decimal> Emissions { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Indicative trajectory or budget, t CO2 eq per calendar year (paragraph 7(a)(i) or 7(b)); a missing year is for the Party to provide.</summary>
    public IReadOnlyDictionary<int, decimal> Trajectory { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Only what took effect on or before this day counts; nothing is left out when absent.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>Only what was recorded on or before this day counts; nothing is left out when absent.</summary>
    public DateOnly? RecordedUntil { get; init; }
}
