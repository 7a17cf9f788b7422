namespace JcmInterop.Domain.Programme;

/// <summary>How far a JCM partnership has come.</summary>
public enum PartnershipStage
{
    /// <summary>The bilateral document is signed.</summary>
    Signed,

    /// <summary>The Joint Committee has met.</summary>
    JointCommitteeEstablished,

    /// <summary>The Joint Committee has adopted rules; only from here can projects be registered.</summary>
    RulesAdopted,

    /// <summary>Projects are registered.</summary>
    ProjectsRegistered,

    /// <summary>Credits have been issued.</summary>
    CreditsIssued,

    /// <summary>Internationally transferred mitigation outcomes exist.</summary>
    ItmosIssued,
}
