namespace JcmInterop.Reporting.Projections;

/// <summary>What happened to ITMOs, from this Party's side.</summary>
public enum UnitActionKind
{
    /// <summary>First transferred by this Party; once in the life of a unit.</summary>
    FirstTransfer,

    /// <summary>Transferred onward to the partner.</summary>
    Transfer,

    /// <summary>Acquired from the partner.</summary>
    Acquisition,

    /// <summary>Used towards this Party's NDC.</summary>
    Use,

    /// <summary>Cancelled after first transfer.</summary>
    Cancellation,
}
