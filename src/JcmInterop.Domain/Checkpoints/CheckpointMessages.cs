using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>Shows the receiver how long the sender's journal of this registry is, and proves that it continues what the receiver was shown before.</summary>
/// <param name="Checkpoint">The sender's signed checkpoint.</param>
/// <param name="EarlierTreeSize">Number of rows of the sender's checkpoint that the receiver cosigned last; zero where there is none.</param>
/// <param name="Consistency">The consistency proof of RFC 6962 from that tree to this one: at most 64 SHA-256 hashes, base64url.</param>
public sealed record CheckpointNotice(SignedText Checkpoint, long EarlierTreeSize, ImmutableArray<string> Consistency) : PartnerMessage
{
    /// <summary>Most hashes of a consistency proof.</summary>
    public const int HashesMax = 64;
}

/// <summary>Gives a checkpoint back with the receiver's signature over the same payload, as the witness that it was shown this journal.</summary>
/// <param name="Checkpoint">The checkpoint with the signatures of both sides.</param>
public sealed record CheckpointCosignature(SignedText Checkpoint) : PartnerMessage;
