using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Journal;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>journal</c>.</summary>
internal sealed class JournalTableRow
{
    public long Position { get; init; }
    public long RecordedAt { get; init; }
    public string Kind { get; init; } = "";
    public byte[] Payload { get; init; } = [];
    public byte[] PreviousHash { get; init; } = [];
    public byte[] Hash { get; init; } = [];

    public JournalRow Value(BilateralRegistryId registry) =>
        new(registry, Position, new JournalEntry(At(RecordedAt), Kind, Payload), new Digest(PreviousHash), new Digest(Hash));
}
