using System.Collections.Immutable;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Ledger;

/// <summary>The ledger's answer to a command or message: accepted with events and messages, or refused with nothing changed.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Accepted.</summary>
    /// <param name="Events">What happened, in order; applying them to the state before gives <paramref name="After"/>.</param>
    /// <param name="Messages">What to tell the partner, in order.</param>
    /// <param name="After">The state after the events.</param>
    /// <param name="Objection">What the receipt tells the partner, where its message contradicted this side's records and only the fault was recorded.</param>
    public sealed record Accepted(
        ImmutableArray<LedgerEvent> Events, ImmutableArray<PartnerMessage> Messages, LedgerState After, Refusal? Objection = null) : Outcome;

    /// <summary>Refused; the state is as it was.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Outcome;
}
