using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Copying;

/// <summary>What became of a copy.</summary>
/// <param name="Rows">Rows copied.</param>
/// <param name="Registries">The registries of the copy, and where the journal of each ends.</param>
/// <param name="Findings">What the check of the copy found; nothing when all is well.</param>
public sealed record StoreCopyResult(long Rows, IReadOnlyDictionary<BilateralRegistryId, JournalHead> Registries, IReadOnlyList<IntegrityFinding> Findings);
