namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>The target of an NDC, as the end-of-period assessment compares with it.</summary>
/// <param name="Level">Target level in the metric of the calculation: of the target year, or for the whole period with a multi-year target.</param>
/// <param name="Period">Target year or period, in words.</param>
public sealed record NdcTarget(decimal Level, string Period)
{
    /// <summary>Level and date of the reference point, in words.</summary>
    public string? ReferencePoint { get; init; }
}
