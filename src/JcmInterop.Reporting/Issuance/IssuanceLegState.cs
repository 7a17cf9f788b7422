namespace JcmInterop.Reporting.Issuance;

/// <summary>Where one side's issuance stands.</summary>
public enum IssuanceLegState
{
    /// <summary>The notified quantity is issued.</summary>
    Issued,

    /// <summary>Not issued yet, within the allowed days: an ordinary state.</summary>
    Pending,

    /// <summary>Not issued, and more days than allowed have passed since the decision.</summary>
    Late,

    /// <summary>Zero was notified to this side: nothing to issue.</summary>
    NotApplicable,

    /// <summary>The issued quantity differs from the notified one.</summary>
    Discrepant,
}
