namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Type of an action.</summary>
public enum AefActionType
{
    /// <summary>Authorization.</summary>
    Authorization,

    /// <summary>First transfer: at most once in the life of a unit.</summary>
    FirstTransfer,

    /// <summary>Onward transfer.</summary>
    Transfer,

    /// <summary>Acquisition: the mirror of a transfer or first transfer.</summary>
    Acquisition,

    /// <summary>Use towards an NDC, or for other international mitigation purposes.</summary>
    Use,

    /// <summary>Cancellation.</summary>
    Cancellation,

    /// <summary>Voluntary cancellation.</summary>
    VoluntaryCancellation,
}
