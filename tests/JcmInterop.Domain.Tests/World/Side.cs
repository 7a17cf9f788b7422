using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Tests.World;

/// <summary>One side of a pair with its journal; what it tells the partner waits in <see cref="Outbox"/>.</summary>
internal sealed class Side(LedgerSettings settings)
{
    public LedgerState State { get; set; } = LedgerState.Empty;

    public LedgerSettings Settings { get; } = settings;

    public List<LedgerEvent> Journal { get; } = [];

    public Queue<PartnerMessage> Outbox { get; } = [];

    public Outcome Decide(LedgerCommand command, DateTimeOffset now) => Take(RegistryLedger.Decide(State, Settings, command, now));

    public Outcome Receive(PartnerMessage message, DateTimeOffset now) => Take(RegistryLedger.Receive(State, Settings, message, now));

    private Outcome Take(Outcome outcome)
    {
        if (outcome is not Outcome.Accepted accepted) return outcome;
        State = accepted.After;
        Journal.AddRange(accepted.Events);
        foreach (var message in accepted.Messages) Outbox.Enqueue(message);
        return outcome;
    }
}
