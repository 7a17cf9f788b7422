using System.Collections.Immutable;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Ledger;

/// <summary>Joins neighbouring transfer messages of one type into batches, so that signatures and commits are paid per batch.</summary>
/// <remarks>Only neighbours join: the order in which the partner learns of things is the order in which they were decided.</remarks>
public static class MessageBatching
{
    /// <summary>Largest number of transfers in one message.</summary>
    public const int TransfersMax = 1_000;

    /// <summary>The same messages in the same order, neighbours of one type joined up to <see cref="TransfersMax"/> transfers.</summary>
    public static ImmutableArray<PartnerMessage> Coalesce(ImmutableArray<PartnerMessage> messages)
    {
        if (messages.Length < 2) return messages;
        var joined = ImmutableArray.CreateBuilder<PartnerMessage>();
        for (var first = 0; first < messages.Length;)
        {
            var count = RunLength(messages.AsSpan()[first..]);
            joined.Add(count == 1 ? messages[first] : Join(messages.AsSpan(first, count)));
            first += count;
        }

        return joined.ToImmutable();
    }

    private static int RunLength(ReadOnlySpan<PartnerMessage> messages)
    {
        if (Transfers(messages[0]) is not { } transfers) return 1;
        var count = 1;
        while (count < messages.Length && messages[count].GetType() == messages[0].GetType())
        {
            transfers += Transfers(messages[count])!.Value;
            if (transfers > TransfersMax) break;
            count++;
        }

        return count;
    }

    private static int? Transfers(PartnerMessage message) => message switch
    {
        TransferProposal m => m.Transfers.Length,
        TransferApproval m => m.Transfers.Length,
        TransferAcceptance m => m.Transfers.Length,
        TransferRefusal m => m.Transfers.Length,
        TransferCompletion m => m.Transfers.Length,
        TransferCancellation m => m.Transfers.Length,
        _ => null,
    };

    private static PartnerMessage Join(ReadOnlySpan<PartnerMessage> run) => run[0] switch
    {
        TransferProposal => new TransferProposal(All<TransferProposal, TransferOffer>(run, m => m.Transfers)),
        TransferApproval => new TransferApproval(All<TransferApproval, TransferOffer>(run, m => m.Transfers)),
        TransferAcceptance => new TransferAcceptance(All<TransferAcceptance, AcceptedTransfer>(run, m => m.Transfers)),
        TransferRefusal => new TransferRefusal(All<TransferRefusal, RefusedTransfer>(run, m => m.Transfers)),
        TransferCompletion => new TransferCompletion(All<TransferCompletion, CompletedTransfer>(run, m => m.Transfers)),
        TransferCancellation => new TransferCancellation(All<TransferCancellation, CancelledTransfer>(run, m => m.Transfers)),
        var other => throw new LedgerDefectException($"Messages of the type {other.GetType().Name} are not joined."),
    };

    private static ImmutableArray<T> All<TMessage, T>(ReadOnlySpan<PartnerMessage> run, Func<TMessage, ImmutableArray<T>> transfers)
        where TMessage : PartnerMessage
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var message in run) all.AddRange(transfers((TMessage)message));
        return all.ToImmutable();
    }
}
