using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>One fact at its place in the journal of a bilateral registry.</summary>
/// <param name="Registry">Whose journal it is.</param>
/// <param name="Position">Place in the journal, counted from 1 without gaps.</param>
/// <param name="Entry">The fact.</param>
/// <param name="PreviousHash">Hash of the row before; none for position 1.</param>
/// <param name="Hash">Hash of this row; see <see cref="JournalHash"/>.</param>
public sealed record JournalRow(BilateralRegistryId Registry, long Position, JournalEntry Entry, Digest PreviousHash, Digest Hash);
