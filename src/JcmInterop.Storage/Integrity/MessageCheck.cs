using System.Runtime.CompilerServices;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Storage.Integrity;

/// <summary>Reads both directions of messages once: their chains, and the receipt of every message that must have one.</summary>
internal static class MessageCheck
{
    public static async IAsyncEnumerable<IntegrityFinding> RunAsync(
        IMessageStore messages, BilateralRegistryId registry, RegistryHeads heads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var incoming = new DirectionCheck(registry, MessageDirection.Incoming);
        while (incoming.Head.Sequence < heads.Incoming.Sequence)
        {
            var page = await messages.ReadReceivedAsync(registry, incoming.Head.Sequence, Page(heads.Incoming, incoming.Head), cancellation);
            if (page.Count == 0) break;
            foreach (var finding in page.SelectMany(m => incoming.Next(m.Sequence, m.MessageId, m.Hash, m.Bytes, m.Receipt, mustHaveReceipt: true)))
                yield return finding;
        }
        foreach (var finding in incoming.End(heads.Incoming)) yield return finding;

        var outgoing = new DirectionCheck(registry, MessageDirection.Outgoing);
        while (outgoing.Head.Sequence < heads.Outgoing.Sequence)
        {
            var page = await messages.ReadSentAsync(registry, outgoing.Head.Sequence, Page(heads.Outgoing, outgoing.Head), cancellation);
            if (page.Count == 0) break;
            foreach (var finding in page.SelectMany(s => Next(outgoing, s))) yield return finding;
        }
        foreach (var finding in outgoing.End(heads.Outgoing)) yield return finding;
    }

    private static IEnumerable<IntegrityFinding> Next(DirectionCheck direction, SentMessage sent)
    {
        var message = sent.Message;
        return direction.Next(message.Sequence, message.MessageId, message.Hash, message.Bytes, sent.Delivery.Receipt, sent.Delivery.IsDelivered);
    }

    private static int Page(DirectionHead end, DirectionHead at) => (int)Math.Min(IMessageStore.PageMessagesMax, end.Sequence - at.Sequence);
}
