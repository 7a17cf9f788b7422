using System.Runtime.CompilerServices;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Integrity;

/// <summary>Reads a journal once: its chain, its tree, and the state it leads to.</summary>
internal static class JournalCheck
{
    public static async IAsyncEnumerable<IntegrityFinding> RunAsync(
        IRegistryStore journal, BilateralRegistryId registry, RegistryImage image, CheckpointSignatures signatures,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var head = JournalHead.Empty;
        var replay = new LedgerReplay(registry);
        var checkpoints = new CheckpointCheck(journal, registry, signatures);
        var messages = new MessageRowCheck(journal, registry, image.Heads);
        var last = image.Heads.Journal.Position;
        while (head.Position < last)
        {
            var rows = await journal.ReadJournalAsync(registry, head.Position, (int)Math.Min(IJournalReader.PageRowsMax, last - head.Position), cancellation);
            if (rows.Count == 0 || rows[0].Position != head.Position + 1) break;
            var nodes = new List<LogNode>();
            foreach (var row in rows)
            {
                if (row.Position != head.Position + 1) break;
                var (expected, next) = head.Append(registry, row.Entry, nodes);
                if (row.PreviousHash != expected.PreviousHash) yield return Unchained(registry, row.Position);
                if (row.Hash != expected.Hash) yield return Altered(registry, row.Position);
                replay.Apply(row);
                await foreach (var finding in messages.NextAsync(row, cancellation)) yield return finding;
                await foreach (var finding in checkpoints.NextAsync(row, cancellation)) yield return finding;
                head = next;
            }

            await foreach (var finding in NodesAsync(journal, registry, nodes, cancellation)) yield return finding;
        }
        if (head.Position < last)
        {
            yield return Missing(registry, head.Position + 1);
            yield break;
        }
        if (head.Hash != image.Heads.Journal.Hash) yield return WrongHead(registry, last);
        if (!head.Frontier.Equals(image.Heads.Journal.Frontier)) yield return WrongTree(registry, last);
        await foreach (var finding in messages.EndAsync(cancellation)) yield return finding;
        foreach (var finding in replay.Compare(image.Items)) yield return finding;
    }

    private static async IAsyncEnumerable<IntegrityFinding> NodesAsync(
        IJournalReader journal, BilateralRegistryId registry, List<LogNode> expected, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kept = (await journal.ReadLogNodesAsync(registry, [.. expected.Select(n => new LogNodeKey(n.Level, n.Place))], cancellation)).ToHashSet();
        foreach (var node in expected.Where(node => !kept.Contains(node)))
        {
            yield return new IntegrityFinding(
                registry, IntegrityCheck.JournalChain, $"log node {node.Level}/{node.Place}", "The node of the Merkle tree is missing or not the one over its rows.",
                "マークル木の節点が欠けているか、行と一致しません。");
        }
    }

    private static IntegrityFinding Missing(BilateralRegistryId registry, long position) => Chain(
        registry, position, "The journal row is missing, though later ones or the head were recorded.", "ジャーナルの行が欠けています。");

    private static IntegrityFinding Unchained(BilateralRegistryId registry, long position) => Chain(
        registry, position, "The row does not name the hash of the row before it.", "直前の行のハッシュと一致しません。");

    private static IntegrityFinding Altered(BilateralRegistryId registry, long position) => Chain(
        registry, position, "The hash of the row does not fit its content or a row before it.", "行のハッシュが、その内容または前の行と一致しません。");

    private static IntegrityFinding WrongHead(BilateralRegistryId registry, long position) => Chain(
        registry, position, "The recorded head of the journal is not the hash of its last row.", "記録された先頭ハッシュが最後の行と一致しません。");

    private static IntegrityFinding WrongTree(BilateralRegistryId registry, long position) => Chain(
        registry, position, "The recorded Merkle tree is not the tree over the rows.", "記録されたマークル木が行と一致しません。");

    private static IntegrityFinding Chain(BilateralRegistryId registry, long position, string english, string japanese) =>
        new(registry, IntegrityCheck.JournalChain, $"journal position {position}", english, japanese);
}
