using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Storage.Journal;

/// <summary>How far the journal of a bilateral registry has come.</summary>
/// <param name="Position">Place of the last row; zero while the journal is empty.</param>
/// <param name="Hash">Hash of the last row; none while the journal is empty.</param>
/// <param name="Frontier">Merkle tree over the hashes of all rows.</param>
public sealed record JournalHead(long Position, Digest Hash, MerkleFrontier Frontier)
{
    /// <summary>The head of an empty journal.</summary>
    public static JournalHead Empty { get; } = new(0, default, MerkleFrontier.Empty);

    /// <summary>Gives an entry its place behind this head.</summary>
    /// <returns>The row, and the head of the journal with it.</returns>
    public (JournalRow Row, JournalHead Head) Append(BilateralRegistryId registry, JournalEntry entry)
    {
        var position = Position + 1;
        var hash = JournalHash.Of(Hash, registry, position, entry);
        return (new JournalRow(registry, position, entry, Hash, hash), new JournalHead(position, hash, Frontier.Append(hash)));
    }
}
