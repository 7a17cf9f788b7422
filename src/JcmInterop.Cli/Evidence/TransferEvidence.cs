using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage;

namespace JcmInterop.Cli.Evidence;

/// <summary>Puts the evidence of a transfer together from one side's store.</summary>
internal static class TransferEvidence
{
    /// <summary>Every message about the transfer with its receipt, in order of recording, and the keys of both sides.</summary>
    public static async Task<EvidenceFile> OfAsync(
        IRegistryStore store, BilateralRegistryId registry, TransferId transfer, KeySet keys, CancellationToken cancellation)
    {
        var messages = await store.MessagesOfTransferAsync(registry, transfer.ToString(), cancellation);
        return new EvidenceFile(registry, transfer.ToString(), [.. messages.Select(m => new EvidenceExchange(m.Bytes, m.Receipt))], keys, [], []);
    }
}
