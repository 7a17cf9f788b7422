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

    private readonly Lock changing = new();
    private readonly Queue<JournalRow> rows = new(RowsMax);
    private readonly Queue<OutgoingMessage> messages = new();
    private long lastPosition;
    private long lastSequence;
    private long rowBytes;
    private long messageBytes;

    /// <summary>Journal rows behind a position, in order.</summary>
    /// <param name="position">The position before the first row wanted.</param>
    /// <param name="rowsMax">Most rows wanted.</param>
    /// <returns>Empty where the first of them is not among those kept; the store knows.</returns>
    public IReadOnlyList<JournalRow> RowsAfter(long position, int rowsMax)
    {
        lock (changing)
            return rows.TryPeek(out var first) && first.Position <= position + 1 ? [.. rows.Where(row => row.Position > position).Take(rowsMax)] : [];
    }

    /// <summary>Messages to the partner from a number on, in order.</summary>
    /// <returns>Empty where the first of them is not among those kept; the store knows.</returns>
    public IReadOnlyList<OutgoingMessage> MessagesFrom(long sequence)
    {
        lock (changing)
            return messages.TryPeek(out var first) && first.Sequence <= sequence ? [.. messages.Where(message => message.Sequence >= sequence)] : [];
    }

    /// <summary>Takes in what has just become durable, and lets go of what the partner has.</summary>
    internal void Append(CommitBatch batch)
    {
        lock (changing)
        {
            foreach (var row in batch.Journal) Append(row);
            foreach (var message in batch.Outgoing) Append(message);
            while (messages.TryPeek(out var oldest) && (oldest.Sequence <= batch.After.Delivered || messageBytes > MessageBytesMax))
                messageBytes -= messages.Dequeue().Bytes.Length;
        }
    }

    /// <summary>Forgets everything, because somebody else may write the registry.</summary>
    internal void Clear()
    {
        lock (changing)
        {
            rows.Clear();
            messages.Clear();
            (rowBytes, messageBytes) = (0, 0);
        }
    }

    private void Append(JournalRow row)
    {
        if (row.Position != lastPosition + 1)
        {
            rows.Clear();
            rowBytes = 0;
        }

        rows.Enqueue(row);
        lastPosition = row.Position;
        rowBytes += row.Entry.Payload.Length;
        while (rows.Count > RowsMax || rowBytes > RowBytesMax) rowBytes -= rows.Dequeue().Entry.Payload.Length;
    }

    private void Append(OutgoingMessage message)
    {
        if (message.Sequence != lastSequence + 1)
        {
            messages.Clear();
            messageBytes = 0;
        }

        messages.Enqueue(message);
        lastSequence = message.Sequence;
        messageBytes += message.Bytes.Length;
    }
}
