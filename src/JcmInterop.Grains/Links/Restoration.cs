using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage;

namespace JcmInterop.Grains.Links;

/// <summary>Finds out whether one of the two stores was restored from an old backup, by comparing what each side holds of the other.</summary>
/// <remarks>A message is durable at its sender before it is sent. So a side that holds a message its sender does not know has met a restored store.</remarks>
internal static class Restoration
{
    /// <summary>What is wrong; nothing where both stores go together.</summary>
    /// <param name="store">This node's store.</param>
    /// <param name="configuration">The registry.</param>
    /// <param name="theirs">What the partner said.</param>
    /// <param name="askAgain">Asks the partner once more: it may have sent since it answered.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<Problem?> FindAsync(
        IRegistryStore store, RegistryConfiguration configuration, ReportedHeads theirs, Func<Task<ReportedHeads?>> askAgain, CancellationToken cancellation)
    {
        var (registry, partner) = (configuration.Registry, configuration.Settings.Partner);
        if (theirs.Received.Sequence > 0)
        {
            var sent = await store.FindSentAsync(registry, theirs.Received.Sequence, cancellation);
            if (sent is null) return NodeProblems.OwnRestored(partner, await LastSentAsync(store, configuration, theirs.Received.Sequence, cancellation), theirs.Received.Sequence, isForked: false);
            if (Text(sent.Message.Hash) != theirs.Received.Hash) return NodeProblems.OwnRestored(partner, sent.Message.Sequence, theirs.Received.Sequence, isForked: true);
        }

        var beyond = theirs.Sent.Sequence + 1;
        if (await store.FindReceivedAsync(registry, beyond, cancellation) is not null && await askAgain() is { } again && again.Sent.Sequence < beyond)
            return NodeProblems.PartnerWasRestored(partner, again.Sent.Sequence, beyond);
        var last = theirs.Sent.Sequence > 0 ? await store.FindReceivedAsync(registry, theirs.Sent.Sequence, cancellation) : null;
        return last is not null && Text(last.Hash) != theirs.Sent.Hash ? NodeProblems.PartnerWasRestored(partner, theirs.Sent.Sequence, theirs.Sent.Sequence) : null;
    }

    // The last message before one that is missing: halved, because messages have no gaps.
    private static async Task<long> LastSentAsync(IRegistryStore store, RegistryConfiguration configuration, long missing, CancellationToken cancellation)
    {
        var (known, unknown) = (0L, missing);
        while (unknown - known > 1)
        {
            var middle = known + ((unknown - known) / 2);
            if (await store.FindSentAsync(configuration.Registry, middle, cancellation) is null) unknown = middle;
            else known = middle;
        }

        return known;
    }

    private static string Text(Digest hash) => hash.ToBase64Url();
}
