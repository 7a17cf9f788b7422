namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>How figures are rounded on output; no rounding rule is adopted, so it is named in the report.</summary>
/// <param name="Decimals">Decimals kept.</param>
/// <param name="Midpoint">Where a half goes.</param>
public sealed record SummaryRounding(int Decimals, MidpointRounding Midpoint)
{
    /// <summary>Three decimals, a half to the even neighbour.</summary>
    public static SummaryRounding ThreeDecimals { get; } = new(3, MidpointRounding.ToEven);

    /// <summary>The rounded figure.</summary>
    public decimal Round(decimal value) => decimal.Round(value, Decimals, Midpoint);
}
