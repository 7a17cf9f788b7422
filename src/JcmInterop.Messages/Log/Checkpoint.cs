using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>A signed statement of one side: my journal of this bilateral registry has this many rows, and this root. The partner cosigns it as a witness.</summary>
/// <param name="Party">The side whose journal it is.</param>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="TreeSize">Number of rows.</param>
/// <param name="Root">Root of the Merkle tree over the rows.</param>
/// <param name="At">When it was stated: UTC, whole milliseconds.</param>
public sealed record Checkpoint(PartyCode Party, BilateralRegistryId Registry, long TreeSize, Digest Root, DateTimeOffset At);
