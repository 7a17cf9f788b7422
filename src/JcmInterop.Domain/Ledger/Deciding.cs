using System.Collections.Immutable;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>One decision in the making: the state so far, and what was decided. Dropped whole when a rule refuses.</summary>
internal sealed class Deciding(LedgerState state, LedgerSettings settings, DateTimeOffset now)
{
    private readonly ImmutableArray<LedgerEvent>.Builder events = ImmutableArray.CreateBuilder<LedgerEvent>();
    private readonly ImmutableArray<PartnerMessage>.Builder messages = ImmutableArray.CreateBuilder<PartnerMessage>();
    private Refusal? objection;

    public LedgerState State { get; private set; } = state;

    public LedgerSettings Settings { get; } = settings;

    public DateTimeOffset Now { get; } = now;

    /// <summary>How far both directions of messages have come; nothing where it is not known.</summary>
    public ReportedHeads? Heads { get; init; }

    /// <summary>The checkpoint of the message that is decided, verified; nothing where it has none.</summary>
    public CheckpointRecord? Verified { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The latest local date anywhere, so that an act dated today in Tokyo is not "in the future" in UTC.</summary>
    public DateOnly LatestToday => DateOnly.FromDateTime(Now.UtcDateTime.AddHours(14));

    public void Record(LedgerEvent happened)
    {
        State = RegistryLedger.Apply(State, happened);
        events.Add(happened);
    }

    /// <summary>Tells the partner. A type beyond the base set is told only where <see cref="PartnerUnderstands{TMessage}"/>.</summary>
    public void Tell(PartnerMessage message) => messages.Add(message);

    /// <summary>Whether the partner may be sent a type of message: every partner understands the base set, and the others as far as it has announced them.</summary>
    public bool PartnerUnderstands<TMessage>()
        where TMessage : PartnerMessage =>
        MessageTypes.MaySend(MessageTypes.NameOf<TMessage>(), State.Announcements.GetValueOrDefault(Settings.Partner)?.Hello.MessageTypes);

    /// <summary>Whether the partner's node reads every first transfer of some units; the events of the 1.0 base set are read by all, later ones as far as it has announced them.</summary>
    public bool PartnerReads(IEnumerable<UnitBlock> units, out UnitBlock? unread)
    {
        unread = State.Announcements.GetValueOrDefault(Settings.Partner)?.Hello.Features.Contains(NodeProfile.LaterFirstTransfers) == true
            ? null
            : units.FirstOrDefault(u => u.FirstTransfer is { Trigger: FirstTransferTrigger.AdaptationFund or FirstTransferTrigger.CutOff });
        return unread is null;
    }

    /// <summary>Records a contradiction by the partner: nothing changes but the list a person looks at.</summary>
    public void Fault(string about, Refusal refusal)
    {
        objection ??= refusal;
        Record(new FaultRecorded(new ProtocolFault(State.Next("fault"), about, refusal.Rule, refusal.English, refusal.Japanese, Now)));
    }

    public Outcome Accept() => new Outcome.Accepted(events.ToImmutable(), MessageBatching.Coalesce(messages.ToImmutable()), State, objection);
}
