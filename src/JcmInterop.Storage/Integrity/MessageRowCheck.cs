using System.Runtime.CompilerServices;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Integrity;

/// <summary>Follows the journal rows that name messages and compares each with the message and the receipt that are kept.</summary>
/// <remarks>Messages from before the journal named them have no row; from the first that has one on, each has.</remarks>
internal sealed class MessageRowCheck(IMessageStore messages, BilateralRegistryId registry, RegistryHeads heads)
{
    private readonly Dictionary<MessageRowKind, long> last = [];
    private IReadOnlyList<ReceivedMessage> received = [];
    private IReadOnlyList<SentMessage> sent = [];
    private IReadOnlyList<SentMessage> delivered = [];

    /// <summary>Compares a row of the journal.</summary>
    public async IAsyncEnumerable<IntegrityFinding> NextAsync(JournalRow journal, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!MessageRow.IsKind(journal.Entry.Kind)) yield break;
        if (MessageRow.Read(journal.Entry.Kind, journal.Entry.Payload, out var fault) is not { } row)
        {
            yield return Found($"journal position {journal.Position}", $"The row that names a message cannot be read: {fault!.English}", "メッセージを示す行を読み取れません。");
            yield break;
        }

        var place = $"journal position {journal.Position}";
        if (await ExpectedAsync(row, cancellation) is not { } kept)
            yield return Found(place, $"The row names message {row.Sequence}, of which nothing is kept.", "行が示すメッセージが保存されていません。");
        else if (kept.Row != row)
            yield return Found(place, $"The row does not fit the message {row.Sequence} or the receipt that is kept.", "行が保存されたメッセージまたは受領証と一致しません。");
        else if (kept.Position != journal.Position)
            yield return Found(place, $"Message {row.Sequence} is kept as named by another row.", "メッセージの記録が別の行を指しています。");
        if (last.TryGetValue(row.Kind, out var before) ? row.Sequence != before + 1 : await IsNamedAsync(row.Kind, row.Sequence - 1, cancellation))
            yield return Found(place, $"The row before this one must name the message before {row.Sequence}.", "直前のメッセージを示す行がありません。");
        last[row.Kind] = row.Sequence;
    }

    /// <summary>Finds what has no row at the end.</summary>
    public async IAsyncEnumerable<IntegrityFinding> EndAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (kind, end) in new[]
                 {
                     (MessageRowKind.Received, heads.Incoming.Sequence), (MessageRowKind.Sent, heads.Outgoing.Sequence), (MessageRowKind.ReceiptReceived, heads.Delivered),
                 })
        {
            var isMissing = last.TryGetValue(kind, out var named) ? named != end : await IsNamedAsync(kind, end, cancellation);
            if (isMissing)
                yield return Found($"message {end}", $"No row of the journal says that it was {(kind == MessageRowKind.Sent ? "sent" : kind == MessageRowKind.Received ? "received" : "receipted")}.", "ジャーナルにこのメッセージを示す行がありません。");
        }
    }

    private async Task<(MessageRow? Row, long? Position)?> ExpectedAsync(MessageRow row, CancellationToken cancellation)
    {
        if (row.Kind == MessageRowKind.Received)
        {
            return await ReceivedAsync(row.Sequence, cancellation) is { } message
                ? (Read(row.Kind, message.Bytes, message.Receipt), message.JournalPosition)
                : null;
        }

        return await SentAsync(row.Kind, row.Sequence, cancellation) switch
        {
            null => null,
            var message when row.Kind == MessageRowKind.Sent => (Read(row.Kind, message.Message.Bytes, null), message.Message.JournalPosition),
            var message => (Read(row.Kind, message.Message.Bytes, message.Delivery.Receipt), message.Delivery.ReceiptPosition),
        };
    }

    /// <summary>The row that must be there for a message as it is kept; nothing where its bytes are not a message, which is a finding of its own.</summary>
    private static MessageRow? Read(MessageRowKind kind, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? receipt)
    {
        if (SignedPayload.Payload(bytes, JwsTypes.Message, out var hash) is not { } message || !PartyCode.IsValid(SignedPayload.Text(message, "from"))) return null;
        var (from, sequence) = (new PartyCode(SignedPayload.Text(message, "from")!), SignedPayload.Number(message, "sequence") ?? 0);
        var type = SignedPayload.Text(message, "type") ?? "";
        if (kind == MessageRowKind.Sent) return MessageRow.Sent(from, sequence, hash, type);
        if (receipt is not { } answer || SignedPayload.Payload(answer, JwsTypes.Receipt, out var receiptHash) is not { } said) return null;
        var outcome = SignedPayload.Text(said, "outcome") == "recorded" ? ReceiptOutcome.Recorded : ReceiptOutcome.Refused;
        return kind == MessageRowKind.Received
            ? MessageRow.Received(from, sequence, hash, type, receiptHash, outcome)
            : MessageRow.ReceiptReceived(from, sequence, hash, receiptHash, outcome);
    }

    private async Task<bool> IsNamedAsync(MessageRowKind kind, long sequence, CancellationToken cancellation) => sequence > 0 && kind switch
    {
        MessageRowKind.Received => (await ReceivedAsync(sequence, cancellation))?.JournalPosition is not null,
        MessageRowKind.Sent => (await SentAsync(kind, sequence, cancellation))?.Message.JournalPosition is not null,
        _ => (await SentAsync(kind, sequence, cancellation))?.Delivery.ReceiptPosition is not null,
    };

    private async Task<ReceivedMessage?> ReceivedAsync(long sequence, CancellationToken cancellation)
    {
        if (!received.Any(m => m.Sequence == sequence))
            received = await messages.ReadReceivedAsync(registry, sequence - 1, IMessageStore.PageMessagesMax, cancellation);
        return received.FirstOrDefault(m => m.Sequence == sequence);
    }

    // Messages and their receipts are named at different places of the journal, so each is read in pages of its own.
    private async Task<SentMessage?> SentAsync(MessageRowKind kind, long sequence, CancellationToken cancellation)
    {
        var page = kind == MessageRowKind.Sent ? sent : delivered;
        if (!page.Any(m => m.Message.Sequence == sequence))
            page = await messages.ReadSentAsync(registry, sequence - 1, IMessageStore.PageMessagesMax, cancellation);
        if (kind == MessageRowKind.Sent) sent = page;
        else delivered = page;
        return page.FirstOrDefault(m => m.Message.Sequence == sequence);
    }

    private IntegrityFinding Found(string place, string english, string japanese) => new(registry, IntegrityCheck.MessageRows, place, english, japanese);
}
