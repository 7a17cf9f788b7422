namespace JcmInterop.Domain.Corsia;

/// <summary>Standing of a programme in one compliance period.</summary>
public enum ProgrammeStatus
{
    /// <summary>Not on the list.</summary>
    None,

    /// <summary>Approved under conditions not yet met; not on the list until they are.</summary>
    Conditional,

    /// <summary>On the list.</summary>
    Approved,
}
