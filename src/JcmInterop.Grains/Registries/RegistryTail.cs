using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>The last journal rows of one registry and its last messages to the partner, as they were committed; small, and without gaps.</summary>
public sealed class RegistryTail
{
    /// <summary>Most journal rows kept.</summary>
    public const int RowsMax = 64;

    /// <summary>Most bytes of their payloads kept.</summary>
    public const int RowBytesMax = 128 * 1024;

    /// <summary>Most bytes of messages kept: one message of a thousand transfers.</summary>
    public const int MessageBytesMax = 1024 * 1024;

    /// <summary>Most messages kept, which the partner has not receipted yet.</summary>
    public const int MessagesMax = 1024;

    private readonly Lock changing = new();
    private readonly NumberedTail<JournalRow> rows = new(row => row.Position, row => row.Entry.Payload.Length, RowsMax, RowBytesMax);
    private readonly NumberedTail<OutgoingMessage> messages = new(message => message.Sequence, message => message.Bytes.Length, MessagesMax, MessageBytesMax);

    /// <summary>Journal rows behind a position, in order.</summary>
    /// <param name="position">The position before the first row wanted.</param>
    /// <param name="rowsMax">Most rows wanted.</param>
    /// <returns>Empty where the first of them is not among those kept; the store knows.</returns>
    public IReadOnlyList<JournalRow> RowsAfter(long position, int rowsMax)
    {
        lock (changing) return rows.From(position + 1, rowsMax);
    }

    /// <summary>Messages to the partner from a number on, in order.</summary>
    /// <param name="sequence">Number of the first message wanted.</param>
    /// <param name="messagesMax">Most messages wanted.</param>
    /// <returns>Empty where the first of them is not among those kept; the store knows.</returns>
    public IReadOnlyList<OutgoingMessage> MessagesFrom(long sequence, int messagesMax)
    {
        lock (changing) return messages.From(sequence, messagesMax);
    }

    /// <summary>Takes in what has just become durable, and lets go of what the partner has.</summary>
    internal void Append(CommitBatch batch)
    {
        lock (changing)
        {
            foreach (var row in batch.Journal) rows.Append(row);
            foreach (var message in batch.Outgoing) messages.Append(message);
            messages.DropThrough(batch.After.Delivered);
        }
    }

    /// <summary>Forgets everything, because somebody else may write the registry.</summary>
    internal void Clear()
    {
        lock (changing)
        {
            rows.Clear();
            messages.Clear();
        }
    }
}
