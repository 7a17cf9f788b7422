using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Simulation.Tests;

/// <summary>What both sides have kept when a history is over.</summary>
internal static class Records
{
    /// <summary>The first thing that is wrong with the records, or nothing.</summary>
    /// <param name="world">Two sides that have settled.</param>
    /// <param name="isThorough">Whether everything is read and checked from the first row on, as <c>jcm fsck</c> does, and not only what came since the beginning.</param>
    public static string? Violation(World world, bool isThorough)
    {
        foreach (var node in world.Nodes)
        {
            var (store, registry) = (node.Disk.Store, node.Configuration.Registry);
            if (isThorough && StoreCheck.RunAsync(store, registry).GetAwaiter().GetResult() is [var finding, ..]) return $"Law 8 or 10: {finding.Check} of {node.Party}: {finding}";
            var rows = store.ReadJournalAsync(registry, node.Beginning.Heads.Journal.Position, IJournalReader.PageRowsMax).GetAwaiter().GetResult();
            if (node.Beginning.Violation(store.LoadAsync(registry).GetAwaiter().GetResult(), rows, node.State) is { } violation) return $"{node.Party}: {violation}";
        }

        if (world.Japan.Heads.Outgoing != world.Thailand.Heads.Incoming || world.Thailand.Heads.Outgoing != world.Japan.Heads.Incoming) return "The two sides end a direction at different messages.";
        return world.Nodes.SelectMany(Refusals).FirstOrDefault();
    }

    /// <summary>No receipt of an honest side refuses a message of an honest side.</summary>
    private static IEnumerable<string> Refusals(Node node)
    {
        var received = node.Disk.Store.ReadReceivedAsync(node.Configuration.Registry, node.Beginning.Heads.Incoming.Sequence, IMessageStore.PageMessagesMax).GetAwaiter().GetResult();
        foreach (var message in received)
        {
            Jws.TryRead(message.Receipt, JwsTypes.Receipt, out var receipt, out _).ShouldBeTrue();
            if (receipt!.Payload.Span.IndexOf("\"outcome\":\"recorded\""u8) < 0)
                yield return $"An honest message was refused by {node.Party}: {System.Text.Encoding.UTF8.GetString(receipt.Payload.Span)}";
        }
    }
}
