using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Grains.Adjustments;

/// <summary>The messages of the transfers behind some records; without their bytes, which the outbox and the inbox have.</summary>
internal sealed class MessagesBehind
{
    private readonly Dictionary<(BilateralRegistryId, TransferId), IReadOnlyList<MessageBehind>> byTransfer = [];

    private MessagesBehind()
    {
    }

    /// <summary>Looks the messages of every transfer up, once each.</summary>
    public static async Task<MessagesBehind> ReadAsync(IMessageStore store, IEnumerable<AdjustmentContribution> records)
    {
        var behind = new MessagesBehind();
        foreach (var (registry, transfer) in records.Select(Key).OfType<(BilateralRegistryId, TransferId)>().Distinct())
        {
            var messages = await store.MessagesOfTransferAsync(registry, transfer.ToString());
            behind.byTransfer[(registry, transfer)] = [.. messages.Select(m => new MessageBehind(m.Direction, m.Sequence, m.MessageId, m.Receipt is not null))];
        }

        return behind;
    }

    /// <summary>The messages behind a record, in the order this node recorded them.</summary>
    public IReadOnlyList<MessageBehind> Of(AdjustmentContribution record) => Key(record) is { } key ? byTransfer.GetValueOrDefault(key, []) : [];

    private static (BilateralRegistryId Registry, TransferId Transfer)? Key(AdjustmentContribution record) =>
        record.Origin is { Registry: { } registry, Transfer: { } transfer } ? (registry, transfer) : null;
}
