using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Verification;

/// <summary>A proof that the journal of one side holds a row about a message.</summary>
/// <param name="Exchange">Which exchange of the file, from 0.</param>
/// <param name="Checkpoint">Which checkpoint of the file, from 0; it says whose journal it is.</param>
/// <param name="Index">Place of the row in the journal, from 0.</param>
/// <param name="Row">The bytes whose SHA-256 is the hash of the row. Its layout is that of <see cref="Log.LogRow"/>, its payload that of <see cref="Log.MessageRow"/>.</param>
/// <param name="Path">The inclusion proof.</param>
public sealed record EvidenceInclusion(int Exchange, int Checkpoint, long Index, ReadOnlyMemory<byte> Row, IReadOnlyList<Digest> Path);
