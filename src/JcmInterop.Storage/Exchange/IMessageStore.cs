using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Exchange;

/// <summary>The messages of a bilateral registry: what waits for delivery, what arrived, and what proves a transfer.</summary>
public interface IMessageStore
{
    /// <summary>Most messages in one page.</summary>
    const int PageMessagesMax = 100;

    /// <summary>Most messages about one transfer.</summary>
    const int TransferMessagesMax = 1000;

    /// <summary>The first messages without a receipt, in order; later ones wait for earlier ones.</summary>
    /// <param name="registry">Which registry.</param>
    /// <param name="messagesMax">Most messages wanted, 1 to <see cref="PageMessagesMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<SentMessage>> NextUndeliveredAsync(BilateralRegistryId registry, int messagesMax, CancellationToken cancellation = default);

    /// <summary>The registries with undelivered messages, and how their delivery stands.</summary>
    Task<IReadOnlyList<OutboxStatus>> OutboxesAsync(CancellationToken cancellation = default);

    /// <summary>Counts a failed attempt and says when to try again.</summary>
    /// <exception cref="InvalidOperationException">There is no such undelivered message.</exception>
    Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt);

    /// <summary>Stops delivery until a person decides, or resumes it at once when there is no reason to wait any more.</summary>
    /// <exception cref="InvalidOperationException">There is no such undelivered message.</exception>
    Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason);

    /// <summary>A message to the partner by its number.</summary>
    Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default);

    /// <summary>A message to the partner by its id.</summary>
    Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default);

    /// <summary>A message of the partner by its number.</summary>
    Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default);

    /// <summary>A message of the partner by its id.</summary>
    Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default);

    /// <summary>The message of the partner that is recorded under an id or, failing that, under a number; one question for every message that arrives.</summary>
    Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, long sequence, CancellationToken cancellation = default);

    /// <summary>Messages to the partner behind a number, in order; <paramref name="messagesMax"/> is 1 to <see cref="PageMessagesMax"/>.</summary>
    Task<IReadOnlyList<SentMessage>> ReadSentAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default);

    /// <summary>Messages of the partner behind a number, in order; <paramref name="messagesMax"/> is 1 to <see cref="PageMessagesMax"/>.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReadReceivedAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default);

    /// <summary>The messages about a transfer and their receipts, in the order this node recorded them; at most <see cref="TransferMessagesMax"/>.</summary>
    Task<IReadOnlyList<TransferMessage>> MessagesOfTransferAsync(
        BilateralRegistryId registry, string transferId, CancellationToken cancellation = default);
}
