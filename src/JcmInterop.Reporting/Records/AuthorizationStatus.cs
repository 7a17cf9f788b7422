namespace JcmInterop.Reporting.Records;

/// <summary>What another system's records say of the authorization of a block.</summary>
public enum AuthorizationStatus
{
    /// <summary>Authorized.</summary>
    Authorized,

    /// <summary>Not authorized: never first transferred (4/CMA.6, paragraph 11).</summary>
    NotAuthorized,

    /// <summary>The records do not say.</summary>
    Unknown,
}
