namespace JcmInterop.Domain.Corsia;

/// <summary>A compliance period of CORSIA; both years are included. Each has its own list of eligible programmes and its own dates.</summary>
public enum CompliancePeriod
{
    /// <summary>Pilot phase, 2021 to 2023.</summary>
    Pilot,

    /// <summary>First phase, 2024 to 2026.</summary>
    First,

    /// <summary>Second phase, first period, 2027 to 2029.</summary>
    SecondFirst,
}
