using JcmInterop.Domain.Transfers;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>One registry on both sides, and an account of the partner's full of units. All facts are invented.</summary>
/// <param name="facts">What is exchanged.</param>
/// <param name="japan">Japan's side, which acquires.</param>
/// <param name="partner">The partner's, which transfers.</param>
internal sealed class BothSides(BenchFacts facts, RegistryClient japan, RegistryClient partner)
{
    private static readonly DateTimeOffset DecideBy = TimeProvider.System.GetUtcNow().AddDays(10);

    private int transfers;

    public RegistryClient Japan => japan;

    public RegistryClient Partner => partner;

    /// <summary>How many transfers were proposed.</summary>
    public int Proposed => transfers;

    /// <summary>Opens accounts and gives the partner units enough for a number of transfers.</summary>
    public async Task PrepareAsync(long transfersMost)
    {
        foreach (var command in BenchFacts.Opening(facts.Registry.CounterpartOf(facts.Partner))) await japan.DoAsync(command);
        foreach (var command in BenchFacts.Opening(facts.Partner)) await partner.DoAsync(command);
        await partner.DoAsync(facts.Authorize());
        var tonnes = checked(transfersMost * BenchFacts.Tonnes);
        await japan.DoAsync(facts.Decide(tonnes));
        await partner.DoAsync(facts.Decide(tonnes));
        await partner.DoAsync(facts.Issue(tonnes));
    }

    /// <summary>New proposals, one transfer each.</summary>
    public IReadOnlyList<ProposeTransfer> Proposals(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Propose())];

    private ProposeTransfer Propose()
    {
        Interlocked.Increment(ref transfers);
        return facts.Propose(DecideBy);
    }
}
