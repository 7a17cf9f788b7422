namespace JcmInterop.Domain.Corsia;

/// <summary>Whose rules apply on top of the ICAO baseline.</summary>
public enum CorsiaJurisdiction
{
    /// <summary>The ICAO baseline alone.</summary>
    IcaoBaseline,

    /// <summary>An operator administered by a State of the European Union or the EEA.</summary>
    EuropeanUnion,
}
