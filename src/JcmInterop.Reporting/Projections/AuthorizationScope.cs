namespace JcmInterop.Reporting.Projections;

/// <summary>Which authorizations table 2 lists.</summary>
public enum AuthorizationScope
{
    /// <summary>Those given in the reported year: what the secretariat's answers to frequent questions say.</summary>
    ReportedYear,

    /// <summary>All given until the end of the reported year, so that the file can be read on its own.</summary>
    UntilYearEnd,
}
