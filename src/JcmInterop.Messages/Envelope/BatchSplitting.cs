using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Messages.Envelope;

/// <summary>Splits a message about many transfers, each of which has its own outcome, so that no message is larger than a partner accepts.</summary>
internal static class BatchSplitting
{
    /// <summary>The first and the second half of a batch, in order; nothing where there is one transfer or the message is no batch.</summary>
    public static (PartnerMessage First, PartnerMessage Second)? Halves(PartnerMessage body) => body switch
    {
        TransferApproval m => Halves(m.Transfers, part => new TransferApproval(part)),
        TransferProposal m => Halves(m.Transfers, part => new TransferProposal(part)),
        TransferAcceptance m => Halves(m.Transfers, part => new TransferAcceptance(part)),
        TransferRefusal m => Halves(m.Transfers, part => new TransferRefusal(part)),
        TransferCompletion m => Halves(m.Transfers, part => new TransferCompletion(part)),
        TransferCancellation m => Halves(m.Transfers, part => new TransferCancellation(part)),
        _ => null,
    };

    private static (PartnerMessage First, PartnerMessage Second)? Halves<T>(ImmutableArray<T> transfers, Func<ImmutableArray<T>, PartnerMessage> message) =>
        transfers.Length < 2 ? null : (message(transfers[..(transfers.Length / 2)]), message(transfers[(transfers.Length / 2)..]));
}
