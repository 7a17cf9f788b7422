using JcmInterop.Grains.Recovery;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Memory;

namespace JcmInterop.Simulation.Tests;

/// <summary>What people do when a side's disk is lost and its store comes back from an old backup: section 15 of the protocol, with the approval of both sides.</summary>
internal static class Restoration
{
    /// <summary>Whether a side has a backup that is older than its disk.</summary>
    public static bool IsDue(Node node) => node.Disk.Backup is { } backup && Heads(backup).Journal != node.Heads.Journal;

    /// <summary>Puts the backup in the place of the stopped side's store, and brings back what it lost. Where something is in the way, nothing is changed and its old disk is found.</summary>
    public static void Recover(Node restored, Node other)
    {
        var lost = restored.Disk.Replace(restored.Disk.Backup!);
        var heads = Heads(restored.Disk.Durable);
        var file = RecoveryFile.Read(Export(other, restored, heads).ToBytes());
        if (restored.Recover(file, isDryRun: true).Obstacle is not null)
        {
            restored.Count("Obstacle");
            restored.Disk.Replace(lost);
            return;
        }

        other.Approve(restored.Party, heads.Incoming.Sequence);
        Note(restored, restored.Recover(file, isDryRun: false));
        // A backup from before a recovery does not have its approval: docs/operations.md asks both sides for a new one.
        foreach (var node in new[] { restored, other }) node.Disk.CopyNow();
    }

    private static void Note(Node restored, RecoveryReport report)
    {
        restored.Count("Recovered");
        if (report.Own.Count > 0) restored.Count("RecoveredOwn");
        if (report.Partner.Count > 0) restored.Count("RecoveredPartner");
        if (report.Own.Concat(report.Partner).Any(m => m.Type == "transfer-completion")) restored.Count("RecoveredCompletion");
        if (report.Own.Any(m => m.Type.StartsWith("checkpoint", StringComparison.Ordinal))) restored.Count("RecoveredCheckpoint");
    }

    /// <summary>The messages of both directions that the backup does not have, as the other side kept them.</summary>
    private static RecoveryFile Export(Node other, Node restored, Storage.Commits.RegistryHeads heads)
    {
        var (store, registry) = (other.Disk.Store, other.Configuration.Registry);
        var own = All(after => store.ReadReceivedAsync(registry, after, IMessageStore.PageMessagesMax), m => m.Sequence, heads.Outgoing.Sequence);
        var partner = All(after => store.ReadSentAsync(registry, after, IMessageStore.PageMessagesMax), m => m.Message.Sequence, heads.Incoming.Sequence);
        return new RecoveryFile(
            registry, restored.Party, [.. own.Select(m => new EvidenceExchange(m.Bytes, m.Receipt))], [.. partner.Select(m => new EvidenceExchange(m.Message.Bytes, m.Delivery.Receipt))]);
    }

    private static List<TMessage> All<TMessage>(Func<long, Task<IReadOnlyList<TMessage>>> read, Func<TMessage, long> number, long after)
    {
        var all = new List<TMessage>();
        while (read(after).GetAwaiter().GetResult() is { Count: > 0 } page)
        {
            all.AddRange(page);
            after = number(page[^1]);
        }

        return all;
    }

    private static Storage.Commits.RegistryHeads Heads(MemoryRegistryStore store) => store.LoadAsync(Setting.Registry).GetAwaiter().GetResult().Heads;
}
