namespace JcmInterop.Reporting.Findings;

/// <summary>How much a finding matters for filing.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing to correct.</summary>
    Information,

    /// <summary>Looks wrong or late; a person decides.</summary>
    Warning,

    /// <summary>Wrong: must be corrected before filing.</summary>
    Error,
}
