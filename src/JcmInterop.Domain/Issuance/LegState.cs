namespace JcmInterop.Domain.Issuance;

/// <summary>Where the issuance of one side's quantity stands. Lateness is derived from the decision date when reported.</summary>
public enum LegState
{
    /// <summary>Notified, not issued yet: a normal state.</summary>
    Pending,

    /// <summary>Issued in the side's own registry, or acquired from the partner's.</summary>
    Issued,

    /// <summary>The side was notified zero; there is nothing to issue.</summary>
    NotApplicable,
}
