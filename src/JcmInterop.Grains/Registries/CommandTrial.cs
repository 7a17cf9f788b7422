using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Json;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Registries;

/// <summary>Decides the commands of one request, each against the state the ones before it would leave, without changing anything.</summary>
/// <param name="settings">Which registry, with the keys of both sides.</param>
/// <param name="before">The state before the first command.</param>
/// <param name="lastPosition">Position of the last journal row before them.</param>
/// <param name="now">The time of every decision.</param>
internal sealed class CommandTrial(LedgerSettings settings, LedgerState before, long lastPosition, DateTimeOffset now)
{
    private readonly List<CommandOutcome> outcomes = [];
    private readonly List<JournalEntry> events = [];
    private readonly List<PartnerMessage> messages = [];

    /// <summary>The state the accepted commands leave.</summary>
    public LedgerState After { get; private set; } = before;

    /// <summary>What they would write to the journal.</summary>
    public IReadOnlyList<JournalEntry> Events => events;

    /// <summary>What they would tell the partner.</summary>
    public IReadOnlyList<PartnerMessage> Messages => messages;

    /// <summary>Whether they would send a message.</summary>
    public bool IsSending => messages.Count > 0;

    /// <summary>What kind of command they are, for the audit trail.</summary>
    public string Name => outcomes.TrueForAll(o => o.Command == outcomes[0].Command) ? outcomes[0].Command : "several-commands";

    /// <summary>How they ended, for the audit trail.</summary>
    public string Noted => outcomes is [var only]
        ? only.Refusal is { Rule: var rule } ? $"refused, rule {rule}" : "accepted"
        : $"{outcomes.Count} commands: {Accepted} accepted, {outcomes.Count - Accepted} refused";

    private int Accepted => outcomes.Count(o => o.Refusal is null);

    public void Decide(LedgerCommand command)
    {
        var name = WireJson.KindOf(command);
        switch (RegistryLedger.Decide(After, settings, command, now))
        {
            case Outcome.Accepted accepted:
                IReadOnlyList<JournalEntry> own = [.. accepted.Events.Select(e => LedgerRows.Entry(e, now))];
                outcomes.Add(new CommandOutcome(name, null, lastPosition + events.Count, own, accepted.Messages));
                events.AddRange(own);
                messages.AddRange(accepted.Messages);
                After = accepted.After;
                break;
            case Outcome.Refused { Refusal: var refusal }:
                outcomes.Add(new CommandOutcome(name, refusal, lastPosition + events.Count, [], []));
                break;
            default:
                throw new LedgerDefectException($"The command {name} has neither been accepted nor refused.");
        }
    }

    /// <summary>The answer: of a single command its own, of a batch one with the outcome of each.</summary>
    public CommandReply Answer(bool isBatch)
    {
        if (isBatch) return new CommandReply(CommandReplyKind.Accepted, CommandAnswerText.Batch(settings.Registry, outcomes, Accepted), null);
        var only = outcomes[0];
        return only.Refusal is { } refusal
            ? new CommandReply(CommandReplyKind.Refused, CommandAnswerText.Refused(settings.Registry, only.Command, refusal), null)
            : new CommandReply(CommandReplyKind.Accepted, CommandAnswerText.Accepted(settings.Registry, only), null);
    }
}
