namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Metric of a quantity.</summary>
public enum AefMetric
{
    /// <summary>t CO2 eq.</summary>
    Ghg,

    /// <summary>Another metric.</summary>
    NonGhg,
}
