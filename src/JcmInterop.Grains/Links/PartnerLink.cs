using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using JcmInterop.Storage.Exchange;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Grains.Links;

/// <summary>Delivers the outbox of one registry: one message after another, each until its verified receipt is kept.</summary>
internal sealed partial class PartnerLink(
    RegistryConfiguration configuration,
    IRegistryStore store,
    IReceiptKeeper keeper,
    IPartnerConnection connection,
    TimeProvider time,
    LinkOptions options,
    RegistryTail written,
    ILogger logger)
{
    /// <summary>How a partner answers a signature it does not trust.</summary>
    private const int ForbiddenStatus = 403;

    /// <summary>How a partner answers a message that does not fit its records.</summary>
    private const int ConflictStatus = 409;

    /// <summary>How old the known keys may be; a key that neither side trusts any more is noticed in the partner's answer.</summary>
    private static readonly TimeSpan KeysReadEvery = TimeSpan.FromSeconds(1);

    private readonly BackOff reaching = new(time, options);
    private readonly BackOff keeping = new(time, options);
    private DateTimeOffset? clockCheckedAt;
    private (DateTimeOffset From, TimeSpan For)? pause;
    private long keysReadAt;
    private long? nextUntried;
    private LedgerState known = LedgerState.Empty;
    private RegistryKeys? keys;

    /// <summary>What people are shown.</summary>
    public PartnerLinkState State { get; set; } = new();

    /// <summary>Why commands that would send a message are held back; nothing while they are not.</summary>
    public Problem? Hold => State.Parked is { Number: NodeProblems.ClocksDiffer or NodeProblems.StoreRestored } hold ? hold : null;

    /// <summary>Whether the two nodes have met since this one started: their clocks agree, and each has what the other holds of it.</summary>
    public bool HasMet { get; private set; }

    private bool IsApart => State.Parked is { Number: NodeProblems.ClocksDiffer or NodeProblems.StoreRestored or NodeProblems.PartnerRestored };

    /// <summary>Does everything that can be done now.</summary>
    /// <returns>How long to wait when nobody calls.</returns>
    public async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        if (Pausing() is { } rest) return rest;
        if (await CheckClockAsync(cancellation) is { } apart) return apart;
        if (keys is null || time.GetElapsedTime(keysReadAt) >= KeysReadEvery) await LoadKeysAsync(cancellation);
        while (await NextAsync(cancellation) is { Count: > 0 } page)
        {
            var first = page[0];
            if (first.Delivery.IsParked)
            {
                Park(NodeProblems.Refused(configuration.Settings.Partner, first.Message.Sequence, first.Delivery.ParkedReason!));
                return options.ClockCheckEvery;
            }

            var untilNext = (first.Delivery.NextAttemptAt ?? DateTimeOffset.MinValue) - time.GetUtcNow();
            // A longer wait than the longest was agreed with a clock that has been set back since.
            if (untilNext > TimeSpan.Zero && untilNext <= options.BackOffMax) return Pause(untilNext);
            var (isDelivered, untilAgain) = await DeliverAsync(page, cancellation);
            if (untilAgain is { } wait) return wait;
            // Whatever was written meanwhile has called.
            if (isDelivered && page.Count < LinkOptions.PageMessages) break;
        }

        reaching.Reset();
        return options.ClockCheckEvery;
    }

    /// <summary>Takes up a delivery that waits for a person or for its next attempt.</summary>
    public async Task RetryAsync()
    {
        var waiting = await store.NextUndeliveredAsync(configuration.Registry, 1);
        if (waiting is [var first]) await store.ParkAsync(configuration.Registry, first.Message.Sequence, null);
        clockCheckedAt = null;
        pause = null;
        reaching.Reset();
        State.Parked = null;
    }

    /// <summary>Sends what waits for its next attempt at once, because the partner's node is there: a genuine message of it has come. What waits for a person goes on waiting.</summary>
    /// <returns>Whether anything waited for the partner.</returns>
    public async Task<bool> ResumeAsync()
    {
        // An attempt that is on its way and fails counts as the first.
        reaching.Reset();
        if (pause is not { } waits) return IsApart;
        // A partner that can speak and not hear must not be tried once for every message it sends.
        if (waits.For > options.ResumeApart) pause = waits with { For = options.ResumeApart };
        var waiting = await store.NextUndeliveredAsync(configuration.Registry, 1);
        if (waiting is [{ Delivery: { IsParked: false, NextAttemptAt: not null } } first]) await store.ParkAsync(configuration.Registry, first.Message.Sequence, null);
        return true;
    }

    private async Task LoadKeysAsync(CancellationToken cancellation)
    {
        keysReadAt = time.GetTimestamp();
        known = await RegistryKeys.LoadAsync(store, configuration.Registry, cancellation);
        keys = RegistryKeys.Of(configuration, known);
    }

    private async Task<TimeSpan?> CheckClockAsync(CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        if (clockCheckedAt is { } last && (asked - last).Duration() < options.ClockCheckEvery && !IsApart) return null;
        var answer = await connection.AskTimeAsync(configuration, cancellation);
        if (answer is not PartnerAnswer.Time(var partnerNow))
        {
            Failed(answer is PartnerAnswer.Unreachable(var error) ? error : $"The partner's node does not tell its time: {answer}");
            return Pause(reaching.Next());
        }

        var answered = time.GetUtcNow();
        Reached(answered);
        var ahead = partnerNow - (asked + ((answered - asked) / 2));
        State.ClockAhead = ahead;
        if (ahead.Duration() > options.ClockTolerance)
        {
            Park(NodeProblems.Clocks(configuration.Settings.Partner, ahead, options.ClockTolerance));
            return options.ClockRetryEvery;
        }

        if (await CompareHeadsAsync(cancellation) is { } restored)
        {
            Park(restored);
            return options.RestorationRetryEvery;
        }

        if (IsApart) State.Parked = null;
        clockCheckedAt = answered;
        HasMet = true;
        return null;
    }

    /// <summary>Compares what each side holds of the other; a node that does not tell is taken at its word when messages are exchanged.</summary>
    private async Task<Problem?> CompareHeadsAsync(CancellationToken cancellation)
    {
        return await AskAsync() is { } heads ? await Restoration.FindAsync(store, configuration, heads, AskAsync, cancellation) : null;

        async Task<ReportedHeads?> AskAsync() => await connection.AskHeadsAsync(configuration, cancellation) is PartnerAnswer.Heads(var told) ? told : null;
    }

    // Behind the last message that was delivered nothing can have failed yet, so what the writer has just committed is what the store would tell.
    private async Task<IReadOnlyList<SentMessage>> NextAsync(CancellationToken cancellation) =>
        nextUntried is { } next && written.MessagesFrom(next, LinkOptions.PageMessages) is { Count: > 0 } fresh
            ? [.. fresh.Select(message => new SentMessage(message, DeliveryState.New))]
            : await store.NextUndeliveredAsync(configuration.Registry, LinkOptions.PageMessages, cancellation);

    /// <summary>Sends a page of messages in order. The receipts of the page are kept together.</summary>
    /// <returns>Whether all were delivered, and how long to wait before the next attempt; nothing where there is nothing to wait for.</returns>
    private async Task<(bool IsDelivered, TimeSpan? Pause)> DeliverAsync(IReadOnlyList<SentMessage> page, CancellationToken cancellation)
    {
        var receipts = new List<KeptReceipt>(page.Count);
        nextUntried = null;
        SentMessage? failed = null;
        PartnerAnswer? answer = null;
        foreach (var message in page)
        {
            answer = await SendAsync(message.Message, cancellation);
            if (answer is not PartnerAnswer.Receipt(var bytes, var isRefused))
            {
                failed = message;
                break;
            }

            receipts.Add(new KeptReceipt(message.Message.Sequence, bytes.ToArray(), isRefused, message.Message.Hash.ToArray()));
        }

        if (receipts.Count > 0 && await keeper.KeepAsync([.. receipts]) is { } problem)
        {
            Failed(problem.English);
            return (false, keeping.Next());
        }

        keeping.Reset();
        if (receipts.Count > 0) reaching.Reset();
        if (failed is null) nextUntried = page[^1].Message.Sequence + 1;
        return failed is null ? (true, null) : (false, await SettleAsync(failed, answer!, cancellation));
    }

    /// <summary>Sends one message and verifies its receipt; a receipt that is not the partner's for this message counts as none.</summary>
    private async Task<PartnerAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        // A key that ended while the message waited is trusted no more; what the partner thinks of the others is seen in its answer.
        var isStale = IsSignedWithEndedKeys(message);
        var answer = await connection.SendAsync(configuration, isStale ? SignedAgain(message) ?? message.Bytes : message.Bytes, cancellation);
        if (answer is PartnerAnswer.Refusal { Status: ForbiddenStatus } && !isStale)
        {
            await LoadKeysAsync(cancellation);
            if (SignedAgain(message) is { } again) answer = await connection.SendAsync(configuration, again, cancellation);
        }

        if (answer is not PartnerAnswer.Unreachable) Reached(time.GetUtcNow());
        if (answer is not PartnerAnswer.Receipt(var bytes, _)) return answer;
        if (!ReceiptExchange.TryVerify(bytes, Sent(message), keys!.Partner, time.GetUtcNow(), out var receipt, out var fault))
        {
            // The partner may have introduced the key of its receipt since the keys were read.
            await LoadKeysAsync(cancellation);
            ReceiptExchange.TryVerify(bytes, Sent(message), keys.Partner, time.GetUtcNow(), out receipt, out fault);
        }

        if (receipt is null) return new PartnerAnswer.Unreachable($"The receipt for message {message.Sequence} is not acceptable: {fault}");
        if (receipt.Receipt.Refusal is not { } refusal) return answer;
        LogRefusedContent(configuration.Registry, message.Sequence, refusal.Rule, refusal.English);
        return new PartnerAnswer.Receipt(bytes, IsRefused: true);
    }

    private async Task<TimeSpan?> SettleAsync(SentMessage message, PartnerAnswer answer, CancellationToken cancellation)
    {
        var sequence = message.Message.Sequence;
        switch (answer)
        {
            case PartnerAnswer.Refusal { Status: ConflictStatus } when await CompareHeadsAsync(cancellation) is { } restored:
                Park(restored);
                return options.RestorationRetryEvery;
            case PartnerAnswer.Refusal(_, _, { } expected) when expected < sequence && expected > 0:
                LogSendingAgain(configuration.Registry, expected, sequence - 1);
                return await SendAgainAsync(expected, sequence, cancellation) is { } stuck ? await SettleAsync(message, stuck, cancellation) : null;
            case PartnerAnswer.Refusal(var status, var text, _):
                LogParked(configuration.Registry, sequence, status, text);
                await store.ParkAsync(configuration.Registry, sequence, $"HTTP {status}: {text}");
                Park(NodeProblems.Refused(configuration.Settings.Partner, sequence, $"HTTP {status}: {text}"));
                return options.ClockCheckEvery;
            default:
                var error = answer is PartnerAnswer.Unreachable unreachable ? unreachable.Error : $"Unexpected answer: {answer}";
                var wait = Pause(reaching.Next());
                // A partner that was away may come back with another clock, or with a store from a backup.
                clockCheckedAt = null;
                Failed(error);
                LogAttemptFailed(configuration.Registry, sequence, message.Delivery.Attempts + 1, wait, error);
                await store.MarkAttemptFailedAsync(configuration.Registry, sequence, error, time.GetUtcNow() + wait);
                return wait;
        }
    }

    /// <summary>Sends messages again that the partner lost, for example because it was restored from a backup. Their bytes are as they were.</summary>
    /// <returns>The first answer that is not a receipt; nothing when all were taken.</returns>
    private async Task<PartnerAnswer?> SendAgainAsync(long first, long before, CancellationToken cancellation)
    {
        for (var next = first; next < before;)
        {
            var page = await store.ReadSentAsync(configuration.Registry, next - 1, LinkOptions.PageMessages, cancellation);
            foreach (var message in page.TakeWhile(m => m.Message.Sequence < before))
            {
                var answer = await SendAsync(message.Message, cancellation);
                if (answer is PartnerAnswer.Refusal refusal) return refusal with { ExpectedSequence = null };
                if (answer is not PartnerAnswer.Receipt) return answer;
                next = message.Message.Sequence + 1;
            }
        }

        return null;
    }

    // A message that waited through a rotation of this node's keys is signed with the present ones; its payload and place stay as they are.
    private ReadOnlyMemory<byte>? SignedAgain(OutgoingMessage message)
    {
        var signing = RegistryKeys.Signing(configuration, known, time.GetUtcNow());
        var present = signing[0].Public.KeyId;
        if (!Jws.TryRead(message.Bytes, JwsTypes.Message, out var jws, out _) || jws!.Signatures.Any(s => s.KeyId == present)) return null;
        LogSignedAgain(configuration.Registry, message.Sequence, present);
        return OutgoingMessages.SignAgain(Sent(message), signing).Bytes;
    }

    private bool IsSignedWithEndedKeys(OutgoingMessage message)
    {
        var now = time.GetUtcNow();
        if (keys!.Own.Keys.All(key => key.IsValidAt(now))) return false;
        return Jws.TryRead(message.Bytes, JwsTypes.Message, out var jws, out _) && !jws!.Signatures.Any(s => keys.Own.Find(s.KeyId) is { } own && own.IsValidAt(now));
    }

    // A receipt names the message by id, addresses, number and hash; nothing else of it is needed.
    private SignedMessage Sent(OutgoingMessage message)
    {
        var route = configuration.Outgoing;
        var envelope = new PartnerEnvelope(
            message.MessageId, route.From, route.To, route.Registry, message.Sequence, default, message.SentAt, "sent", ReadOnlyMemory<byte>.Empty);
        return new SignedMessage(message.Bytes, envelope, message.Hash, configuration.SigningKeys[0].Public.KeyId);
    }

    private TimeSpan Pause(TimeSpan wait)
    {
        pause = (time.GetUtcNow(), wait);
        return wait;
    }

    // What is recorded meanwhile waits too; a longer wait than was set out was set out by a clock that has been set back since.
    private TimeSpan? Pausing()
    {
        if (pause is not { } waits) return null;
        var rest = waits.From + waits.For - time.GetUtcNow();
        if (rest > TimeSpan.Zero && rest <= waits.For) return rest;
        pause = null;
        return null;
    }

    private void Reached(DateTimeOffset at)
    {
        State.LastContactAt = at;
        State.LastError = null;
        State.LastErrorAt = null;
        if (State.Parked is { Number: NodeProblems.MessageRefused }) State.Parked = null;
    }

    private void Failed(string error)
    {
        State.LastError = error;
        State.LastErrorAt = time.GetUtcNow();
    }

    private void Park(Problem problem)
    {
        if (State.Parked?.Number != problem.Number) LogParkedLink(configuration.Registry, problem.English);
        State.Parked = problem;
        Failed(problem.English);
    }
}
