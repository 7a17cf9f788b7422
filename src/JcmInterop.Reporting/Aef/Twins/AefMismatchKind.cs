namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>How the partner's file differs from what this side's ledger says it should hold.</summary>
public enum AefMismatchKind
{
    /// <summary>A row is expected and not there.</summary>
    MissingRow,

    /// <summary>A row is there that nothing in this side's ledger explains.</summary>
    ExtraRow,

    /// <summary>A cell says something else.</summary>
    Cell,

    /// <summary>Both sides claim the same serials.</summary>
    Conflict,
}
