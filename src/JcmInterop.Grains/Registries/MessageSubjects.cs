using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Grains.Registries;

/// <summary>Which transfers a message is about, and how one too large for the wire is parted.</summary>
internal static class MessageSubjects
{
    public static IEnumerable<TransferId> Transfers(PartnerMessage message) => message switch
    {
        TransferApproval m => m.Transfers.Select(t => t.Id),
        TransferProposal m => m.Transfers.Select(t => t.Id),
        TransferAcceptance m => m.Transfers.Select(t => t.Id),
        TransferRefusal m => m.Transfers.Select(t => t.Id),
        TransferCompletion m => m.Transfers.Select(t => t.Id),
        TransferCancellation m => m.Transfers.Select(t => t.Id),
        _ => [],
    };

    /// <summary>The two halves of a message about several transfers, in order; nothing where it cannot be parted.</summary>
    public static (PartnerMessage First, PartnerMessage Second)? Halves(PartnerMessage message) => message switch
    {
        TransferApproval { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        TransferProposal { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        TransferAcceptance { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        TransferRefusal { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        TransferCompletion { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        TransferCancellation { Transfers: { Length: > 1 } t } m => (m with { Transfers = t[..(t.Length / 2)] }, m with { Transfers = t[(t.Length / 2)..] }),
        _ => null,
    };
}
