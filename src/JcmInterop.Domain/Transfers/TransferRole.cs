namespace JcmInterop.Domain.Transfers;

/// <summary>Which side of a transfer this node is.</summary>
public enum TransferRole
{
    /// <summary>The units leave this side. It alone decides the outcome after the proposal.</summary>
    Transferring,

    /// <summary>The units come to this side. It accepts or refuses, and then waits.</summary>
    Acquiring,
}
