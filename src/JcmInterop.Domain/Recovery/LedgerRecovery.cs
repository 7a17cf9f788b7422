using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Recovery;

/// <summary>Takes messages back that a side lost when its store was restored from an old backup: both what it had said and what it had been told.</summary>
/// <remarks>What this side had said stands as it said it; nothing it decided then is decided again. What it had been told is decided at its time, in the order of
/// its own clock; what its own later messages answer waits for them. Pure, and all or nothing.</remarks>
public sealed class LedgerRecovery
{
    private readonly LedgerSettings settings;
    private readonly Queue<LostMessage> own;
    private readonly Queue<LostMessage> partner;
    private readonly OwnWords words;
    private readonly ImmutableArray<LedgerEvent>.Builder events = ImmutableArray.CreateBuilder<LedgerEvent>();
    private readonly ImmutableArray<PartnerMessage>.Builder untold = ImmutableArray.CreateBuilder<PartnerMessage>();
    private LedgerState state;

    private LedgerRecovery(LedgerState state, LedgerSettings settings, IReadOnlyCollection<LostMessage> own, IReadOnlyCollection<LostMessage> partner)
    {
        this.state = state;
        this.settings = settings;
        this.own = new Queue<LostMessage>(own);
        this.partner = new Queue<LostMessage>(partner);
        words = new OwnWords(own.Select(m => m.Body), partner.Select(m => m.Body));
    }

    /// <summary>Takes lost messages back.</summary>
    /// <param name="state">The restored state.</param>
    /// <param name="settings">What this side has configured.</param>
    /// <param name="own">What this side had said since, in order.</param>
    /// <param name="partner">What it had been told since, in order.</param>
    public static Recovered Run(LedgerState state, LedgerSettings settings, IReadOnlyCollection<LostMessage> own, IReadOnlyCollection<LostMessage> partner) =>
        new LedgerRecovery(state, settings, own, partner).Run();

    private Recovered Run()
    {
        while (own.Count + partner.Count > 0)
        {
            var obstacle = own.TryPeek(out var said) ? Adoption.Obstacle(state, settings, said.Body, words) : null;
            var isDue = said is not null && (partner.Count == 0 || words.BuildsOnOwn(partner.Peek().Body) || (obstacle is null && said.At <= partner.Peek().At));
            if (isDue)
            {
                if (obstacle is var (english, japanese)) return new Recovered.Obstructed(true, said!.Sequence, english, japanese);
                Adopt(own.Dequeue());
            }
            else if (Hear(partner.Dequeue()) is { } obstructed)
            {
                return obstructed;
            }
        }

        return LedgerLaws.Check(state).FirstOrDefault() is { } broken
            ? new Recovered.Obstructed(true, 0, $"The state they lead to breaks a law of the ledger: {broken}", $"復旧後の状態が台帳の法則に反します：{broken}")
            : new Recovered.Whole(events.ToImmutable(), MessageBatching.Coalesce(untold.ToImmutable()), state);
    }

    private void Adopt(LostMessage said)
    {
        words.Said(said.Body);
        foreach (var happened in Adoption.Events(state, settings, said.Body, said.At, words)) Record(happened);
    }

    private Recovered.Obstructed? Hear(LostMessage heard)
    {
        // What this side said to an acceptance is among its own messages, and stands; deciding it anew could come out otherwise.
        if (heard.Body is not { } body || words.WithoutAnswered(body) is not { } left) return null;
        if (RegistryLedger.Receive(state, settings, left, heard.At) is not Outcome.Accepted accepted) return null;
        foreach (var told in accepted.Messages)
        {
            if (Contradiction(told) is { } id)
            {
                return new Recovered.Obstructed(
                    false,
                    heard.Sequence,
                    $"This side went on with transfer {id} then, and would refuse its offer now: {Refusal(told, id)} An act of its own people is missing, for example an account that was opened.",
                    $"当時は移転 {id} を進めていましたが、現在の記録では提案を拒否することになります：{Refusal(told, id)} 口座開設など、自側の操作が欠けています。");
            }

            if (Untold(told, accepted.Events) is { } message) untold.Add(message);
        }

        foreach (var happened in accepted.Events.Where(e => e is not HelloTold hello || hello.Party != settings.Party)) Record(happened);
        return null;
    }

    private void Record(LedgerEvent happened)
    {
        state = RegistryLedger.Apply(state, happened);
        events.Add(happened);
    }

    /// <summary>A transfer whose offer would be refused now, although this side said something else of it later.</summary>
    private TransferId? Contradiction(PartnerMessage told) => told is TransferRefusal refusal
        ? refusal.Transfers.Where(t => words.WillAccept(t.Id)).Select(t => (TransferId?)t.Id).FirstOrDefault()
        : null;

    private static string Refusal(PartnerMessage told, TransferId id) => ((TransferRefusal)told).Transfers.First(t => t.Id == id).Refusal.English;

    /// <summary>The part of what is told that was newly decided and is not among this side's own messages.</summary>
    private PartnerMessage? Untold(PartnerMessage told, ImmutableArray<LedgerEvent> happened) => told switch
    {
        TransferCompletion m when m.Transfers.RemoveAll(t => !happened.OfType<TransferCompleted>().Any(e => e.Id == t.Id)) is { IsEmpty: false } t => new TransferCompletion(t),
        TransferCancellation m when m.Transfers.RemoveAll(t => !happened.OfType<TransferCancelled>().Any(e => e.Id == t.Id)) is { IsEmpty: false } t => new TransferCancellation(t),
        TransferRefusal m when m.Transfers.RemoveAll(t => words.WillRefuse(t.Id) || !happened.OfType<TransferRefused>().Any(e => e.Id == t.Id)) is { IsEmpty: false } t => new TransferRefusal(t),
        _ => null,
    };
}
