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
        var joined = ImmutableArray.CreateBuilder<PartnerMessage>(messages.Length);
        foreach (var message in messages)
        {
            if (joined.Count > 0 && Join(joined[^1], message) is { } both) joined[^1] = both;
            else joined.Add(message);
        }

        return joined.ToImmutable();
    }

    private static PartnerMessage? Join(PartnerMessage earlier, PartnerMessage later) => (earlier, later) switch
    {
        (TransferProposal a, TransferProposal b) when Fits(a.Transfers, b.Transfers) => new TransferProposal(a.Transfers.AddRange(b.Transfers)),
        (TransferApproval a, TransferApproval b) when Fits(a.Transfers, b.Transfers) => new TransferApproval(a.Transfers.AddRange(b.Transfers)),
        (TransferAcceptance a, TransferAcceptance b) when Fits(a.Transfers, b.Transfers) => new TransferAcceptance(a.Transfers.AddRange(b.Transfers)),
        (TransferRefusal a, TransferRefusal b) when Fits(a.Transfers, b.Transfers) => new TransferRefusal(a.Transfers.AddRange(b.Transfers)),
        (TransferCompletion a, TransferCompletion b) when Fits(a.Transfers, b.Transfers) => new TransferCompletion(a.Transfers.AddRange(b.Transfers)),
        (TransferCancellation a, TransferCancellation b) when Fits(a.Transfers, b.Transfers) => new TransferCancellation(a.Transfers.AddRange(b.Transfers)),
        _ => null,
    };

    private static bool Fits<T>(ImmutableArray<T> earlier, ImmutableArray<T> later) => earlier.Length + later.Length <= TransfersMax;
}
