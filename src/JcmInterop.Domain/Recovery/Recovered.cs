using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Recovery;

/// <summary>What taking lost messages back came to.</summary>
public abstract record Recovered
{
    private Recovered()
    {
    }

    /// <summary>Everything came back.</summary>
    /// <param name="Events">What happened, in order.</param>
    /// <param name="Untold">What was decided on messages of the partner and reached nobody; it is told anew, after the messages that came back.</param>
    /// <param name="After">The state.</param>
    public sealed record Whole(ImmutableArray<LedgerEvent> Events, ImmutableArray<PartnerMessage> Untold, LedgerState After) : Recovered;

    /// <summary>A message does not follow from what this side has: an act of its own people that was told to nobody must be given again first. Nothing came back.</summary>
    /// <param name="IsOwn">Whether it is a message of this side.</param>
    /// <param name="Sequence">Its number.</param>
    /// <param name="English">What is in the way.</param>
    /// <param name="Japanese">The same in Japanese.</param>
    public sealed record Obstructed(bool IsOwn, long Sequence, string English, string Japanese) : Recovered;
}
