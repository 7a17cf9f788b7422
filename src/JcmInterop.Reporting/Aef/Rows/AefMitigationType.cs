namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>What kind of mitigation the units stand for.</summary>
public enum AefMitigationType
{
    /// <summary>Emission reductions.</summary>
    EmissionReductions,

    /// <summary>Removals.</summary>
    Removals,

    /// <summary>Both; not in the table as printed by decision 4/CMA.6.</summary>
    ReductionsAndRemovals,
}
