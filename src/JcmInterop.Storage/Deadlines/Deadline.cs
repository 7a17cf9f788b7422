using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Deadlines;

/// <summary>Something that must have happened by an instant.</summary>
/// <param name="Registry">Which registry.</param>
/// <param name="Id">Names the deadline in its registry.</param>
/// <param name="DueAt">When it falls due.</param>
public sealed record Deadline(BilateralRegistryId Registry, string Id, DateTimeOffset DueAt);
