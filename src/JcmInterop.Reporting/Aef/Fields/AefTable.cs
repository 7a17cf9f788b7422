namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>The five tables of the agreed electronic format, version 2.</summary>
public enum AefTable
{
    /// <summary>Table 1: who reports which year.</summary>
    Submission = 1,

    /// <summary>Table 2: authorizations.</summary>
    Authorizations = 2,

    /// <summary>Table 3: actions of the reported year.</summary>
    Actions = 3,

    /// <summary>Table 4: holdings at 31 December of the reported year.</summary>
    Holdings = 4,

    /// <summary>Table 5: authorized entities.</summary>
    AuthorizedEntities = 5,
}
