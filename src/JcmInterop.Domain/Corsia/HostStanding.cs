namespace JcmInterop.Domain.Corsia;

/// <summary>What is known of the host country's standing.</summary>
public enum HostStanding
{
    /// <summary>A Party to the Paris Agreement that has not declined.</summary>
    Party,

    /// <summary>Has declined to authorize.</summary>
    Declined,

    /// <summary>Not a Party to the Paris Agreement.</summary>
    NotParty,
}
