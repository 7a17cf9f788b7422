using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Commits;

/// <summary>Names the row or head at which a commit met another writer, alike in every store.</summary>
internal static class CommitPlace
{
    public static string Heads(RegistryHeads expected) =>
        $"expected journal position {expected.Journal.Position}, outgoing {expected.Outgoing.Sequence}, incoming {expected.Incoming.Sequence}";

    public static string Journal(JournalRow row) => $"journal position {row.Position}";

    public static string Received(ReceivedMessage message) => $"incoming message {message.Sequence}";

    public static string Outgoing(OutgoingMessage message) => $"outgoing message {message.Sequence}";

    public static string Delivered(DeliveredMessage message) => $"receipt for message {message.Sequence}";

    public static string Answer(CommandAnswer answer) => $"answer to {answer.Key}";
}
