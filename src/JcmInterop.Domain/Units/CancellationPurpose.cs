namespace JcmInterop.Domain.Units;

/// <summary>Why units were cancelled.</summary>
public enum CancellationPurpose
{
    /// <summary>Voluntary, without a claim by a Party or operator.</summary>
    Voluntary,

    /// <summary>Overall mitigation in global emissions (OMGE).</summary>
    OverallMitigation,

    /// <summary>International mitigation purposes (IMP), for example CORSIA.</summary>
    InternationalMitigation,

    /// <summary>Other purposes (OP) as the first transferring Party determined.</summary>
    OtherPurposes,

    /// <summary>By the registry administrator, to correct the register.</summary>
    Administrative,
}
