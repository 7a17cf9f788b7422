using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Commits;

/// <summary>Names the row or head at which a commit met another writer, alike in every store.</summary>
internal static class CommitPlace
{
    /// <summary>Names a row of a batch.</summary>
    /// <param name="row">The row; nothing where it was the heads.</param>
    /// <param name="before">Where the batch starts from.</param>
    public static string Of(object? row, RegistryHeads before) => row switch
    {
        JournalRow journal => Journal(journal),
        ReceivedMessage received => Received(received),
        OutgoingMessage outgoing => Outgoing(outgoing),
        CommandAnswer answer => Answer(answer),
        _ => Heads(before),
    };

    public static string Heads(RegistryHeads expected) =>
        $"expected journal position {expected.Journal.Position}, outgoing {expected.Outgoing.Sequence}, incoming {expected.Incoming.Sequence}";

    public static string Journal(JournalRow row) => $"journal position {row.Position}";

    public static string Received(ReceivedMessage message) => $"incoming message {message.Sequence}";

    public static string Outgoing(OutgoingMessage message) => $"outgoing message {message.Sequence}";

    public static string Delivered(DeliveredMessage message) => $"receipt for message {message.Sequence}";

    public static string Answer(CommandAnswer answer) => $"answer to {answer.Key}";
}
