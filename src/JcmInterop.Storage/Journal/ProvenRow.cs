using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Storage.Journal;

/// <summary>A row of a journal as a proof carries it.</summary>
/// <param name="Position">Place of the row, counted from 1.</param>
/// <param name="Bytes">The bytes whose SHA-256 is the hash of the row.</param>
/// <param name="Path">The inclusion proof.</param>
public sealed record ProvenRow(long Position, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Digest> Path)
{
    /// <summary>Reads rows and proves that they are in the tree over the first rows of the journal.</summary>
    /// <param name="journal">Where the journal is.</param>
    /// <param name="registry">Whose journal.</param>
    /// <param name="positions">The rows; those behind the tree are left out.</param>
    /// <param name="treeSize">Number of rows of the tree.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<IReadOnlyList<ProvenRow>> ReadAsync(
        IJournalReader journal, BilateralRegistryId registry, IEnumerable<long> positions, long treeSize, CancellationToken cancellation = default)
    {
        var proven = new List<ProvenRow>();
        foreach (var position in positions.Where(p => p <= treeSize).Distinct().Order())
        {
            if (await journal.ReadJournalAsync(registry, position - 1, 1, cancellation) is not [var row] || row.Position != position) continue;
            var bytes = new LogRow(row.PreviousHash, registry, position, row.Entry.RecordedAt, row.Entry.Kind, row.Entry.Payload).ToBytes();
            proven.Add(new ProvenRow(position, bytes, await LogProofs.InclusionAsync(journal, registry, position, treeSize, cancellation)));
        }

        return proven;
    }
}
