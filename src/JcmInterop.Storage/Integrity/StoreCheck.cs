using System.Collections.Frozen;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Integrity;

/// <summary>Checks all that a store says about itself against itself.</summary>
/// <remarks>It may run beside a working node: everything is checked up to where a registry stood when its check began. Signatures
/// of checkpoints are checked too; those of messages and receipts by the offline verifier.</remarks>
public static class StoreCheck
{
    /// <summary>Most findings per registry; a check that has found so many stops.</summary>
    public const int FindingsMax = 100;

    private static readonly FrozenSet<string> KeyKinds = new[] { typeof(NodeKey), typeof(Announcement) }.Select(LedgerRows.Kind).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Checks every registry of a store, with the keys that its own record names.</summary>
    /// <returns>What was found; nothing when all is well.</returns>
    public static Task<IReadOnlyList<IntegrityFinding>> RunAsync(IRegistryStore store, CancellationToken cancellation = default) =>
        RunAsync(store, (_, _) => null, cancellation);

    /// <summary>Checks every registry of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keysOf">All keys of both sides of a registry, given the part of its state that tells keys; nothing where only those are known that its own record names.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>What was found; nothing when all is well.</returns>
    public static async Task<IReadOnlyList<IntegrityFinding>> RunAsync(
        IRegistryStore store, Func<BilateralRegistryId, LedgerState, KeySet?> keysOf, CancellationToken cancellation = default)
    {
        var findings = new List<IntegrityFinding>();
        foreach (var registry in await store.RegistriesAsync(cancellation))
            findings.AddRange(await RunAsync(store, registry, keysOf, cancellation));
        return findings;
    }

    /// <summary>Checks one registry of a store, with the keys that its own record names.</summary>
    /// <returns>What was found, at most <see cref="FindingsMax"/>; nothing when all is well.</returns>
    public static Task<IReadOnlyList<IntegrityFinding>> RunAsync(IRegistryStore store, BilateralRegistryId registry, CancellationToken cancellation = default) =>
        RunAsync(store, registry, (_, _) => null, cancellation);

    private static async Task<IReadOnlyList<IntegrityFinding>> RunAsync(
        IRegistryStore store, BilateralRegistryId registry, Func<BilateralRegistryId, LedgerState, KeySet?> keysOf, CancellationToken cancellation)
    {
        var image = await store.LoadAsync(registry, cancellation);
        var findings = new List<IntegrityFinding>();
        await Collect(JournalCheck.RunAsync(store, registry, image, Signatures(image, registry, keysOf), cancellation), findings);
        await Collect(MessageCheck.RunAsync(store, registry, image.Heads, cancellation), findings);
        return findings;
    }

    private static CheckpointSignatures Signatures(RegistryImage image, BilateralRegistryId registry, Func<BilateralRegistryId, LedgerState, KeySet?> keysOf)
    {
        var state = Readable(image);
        return keysOf(registry, state) is { } all ? new CheckpointSignatures(all, isComplete: true) : CheckpointSignatures.OfRecord(state);
    }

    // Only what tells keys. An item that cannot be read is found by the replay; here it is no key.
    private static LedgerState Readable(RegistryImage image)
    {
        try
        {
            return LedgerRows.State(image.Items.Where(item => KeyKinds.Contains(item.Kind)));
        }
        catch (MalformedJsonException)
        {
            return LedgerState.Empty;
        }
    }

    private static async Task Collect(IAsyncEnumerable<IntegrityFinding> found, List<IntegrityFinding> findings)
    {
        await foreach (var finding in found)
        {
            if (findings.Count == FindingsMax) return;
            findings.Add(finding);
        }
    }
}
