using System.Runtime.CompilerServices;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Integrity;

/// <summary>Reads a journal once: its chain, its tree, and the state it leads to.</summary>
internal static class JournalCheck
{
    public static async IAsyncEnumerable<IntegrityFinding> RunAsync(
        IJournalReader journal, BilateralRegistryId registry, RegistryImage image,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var head = JournalHead.Empty;
        var replay = new LedgerReplay(registry);
        var last = image.Heads.Journal.Position;
        while (head.Position < last)
        {
            var rows = await journal.ReadJournalAsync(registry, head.Position, (int)Math.Min(IJournalReader.PageRowsMax, last - head.Position), cancellation);
            if (rows.Count == 0 || rows[0].Position != head.Position + 1) break;
            foreach (var row in rows)
            {
                if (row.Position != head.Position + 1) break;
                var (expected, next) = head.Append(registry, row.Entry);
                if (row.PreviousHash != expected.PreviousHash) yield return Unchained(registry, row.Position);
                if (row.Hash != expected.Hash) yield return Altered(registry, row.Position);
                replay.Apply(row);
                head = next;
            }
        }
        if (head.Position < last)
        {
            yield return Missing(registry, head.Position + 1);
            yield break;
        }
        if (head.Hash != image.Heads.Journal.Hash) yield return WrongHead(registry, last);
        if (!head.Frontier.Equals(image.Heads.Journal.Frontier)) yield return WrongTree(registry, last);
        foreach (var finding in replay.Compare(image.Items)) yield return finding;
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
