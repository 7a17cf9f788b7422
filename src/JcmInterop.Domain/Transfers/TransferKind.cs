namespace JcmInterop.Domain.Transfers;

/// <summary>Why units go to the other side.</summary>
public enum TransferKind
{
    /// <summary>The partner issued under a Joint Committee decision and approves the transfer of the other side's quantity.</summary>
    AfterApproval,

    /// <summary>Existing units move between the two registries.</summary>
    BetweenRegistries,
}
