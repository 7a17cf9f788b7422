using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Sections 8, 10, 12, 13 and 14 from the other side: what an endpoint sends in answer to messages of the kit.</summary>
/// <remarks>What an endpoint did not announce it need not answer. The first case must be played first: it asks what the endpoint understands.</remarks>
internal sealed class AnswerCases(PartnerListener listener)
{
    private const string Query = "status-query";
    private Hello? hello;
    private TransferOffer? refused;

    /// <summary>Asks the endpoint what it understands; played before all cases that depend on it.</summary>
    public IEnumerable<ConformanceCase> Greeting =>
    [
        new("hello-answered", "10.2", "a hello that asks for an answer", "a hello that asks for none; a refusal where the endpoint does not know the type", GreetAsync),
        Announced("hello-limits", "10.9", "no limit below section 9", h => h.Limits is { MessageBytes: >= NodeProfile.MessageBytesMin, TransfersPerMessage: >= 1_000, RunsPerTransfer: >= TransferOffer.RunsMax }, h => $"{h.Limits}"),
        Announced("hello-pinned-keys", "10.10", "the key of the kit among its pinnedKeys", (side, h) => h.PinnedKeys.Contains(side.Target.Key.Public.KeyId, StringComparer.Ordinal), h => string.Join(", ", h.PinnedKeys)),
        Announced("hello-clock", "10.11", "a clock within 5 minutes of the kit's", (side, h) => (h.Clock - side.Now).Duration() <= TimeSpan.FromMinutes(5), h => WireInstant.Format(h.Clock)),
    ];

    public IEnumerable<ConformanceCase> All =>
    [
        new("hello-unasked", "10.2", "a hello that asks for no answer", "no hello comes back", side => NothingAsync(side, s => HelloCases.Hello(s, asksAnswer: false), "hello")),
        new("runs-too-many", "9.4", "a proposal of one transfer of 1,001 runs of units", "a transfer-refusal of it, or a refusal in the receipt", side => RefusedByMessageAsync(side, WithRuns(side, TransferOffer.RunsMax + 1))),
        new("units-of-receiver", "8.18", "a proposal of units that only the endpoint's own Party could have issued, under an authorization that was told", "a transfer-refusal of it", StrangeAsync),
        new("narrowed-terms", "13.2", "a proposal of a vintage that a change of its authorization has taken out", "a transfer-refusal of it; nothing where the endpoint refused the change as unknown", NarrowedAsync),
        new("half-a-decision", "8.24", "an approval that names a decision and no line", "a transfer-refusal of it", side => RefusedByMessageAsync(side, Half(side), isApproval: true)),
        Answered("status-unknown", "12.1", "a status query for a transfer nobody offered", "a status-answer with role and state null", side => Offers.NewId(side), (_, answer) => answer.Transfers is [{ Role: null, State: null }]),
        Answered("status-refused", "12.2", "a status query for a transfer the endpoint refused", "its transfer-refusal again, then a status-answer that says so", _ => refused!.Id,
            (before, answer) => answer.Transfers is [{ Role: TransferRole.Acquiring, State: TransferState.Refused }] && before.Contains("transfer-refusal")),
        new("status-answer-decides-nothing", "12.2", "a status-answer that says a proposed transfer is completed, then a status query for it", "a status-answer that says it is proposed", DecidesNothingAsync),
        new("cosigned", "14.18", "a checkpoint that continues the one before", "a checkpoint-cosignature with its payload, its signatures and one of the endpoint's", CosignedAsync),
        new("not-cosigned", "14.17", "a checkpoint of another log", "no checkpoint-cosignature comes back", side => NothingAsync(side, CheckpointCases.Forked, "checkpoint-cosignature")),
        new("proof-of-sent", "14.4", "GET for proofs of a message of the endpoint", "404, or a row message-sent that is proven", side => ProvenAsync(side, MessageRowKind.Sent)),
        new("proof-of-receipt", "14.6", "GET for proofs of a message of the endpoint that the kit has receipted", "404, or a row receipt-received that is proven", side => ProvenAsync(side, MessageRowKind.ReceiptReceived)),
        new("announced-only", "10.5", "a hello that announces the base set only, then an offer against a rule", "no message of a type beyond it, hello aside", AnnouncedOnlyAsync),
    ];

    private static string Words(SignedMessage? message) => message is null ? "nothing came in time" : $"{message.Envelope.Type}, message {message.Envelope.Sequence}";

    private static PartnerMessage? Body(SignedMessage message) => MessageBodies.TryRead(message.Envelope, out var body, out _) ? body : null;

    private async Task<Observation> GreetAsync(KitSide side)
    {
        listener.Forget();
        var (_, answer) = await side.StoreAsync(HelloCases.Hello(side, asksAnswer: true));
        if (answer.Outcome == "refused") side.Announced = new HashSet<string>();
        if (answer.Outcome != "recorded") return Observation.Of(answer.Outcome == "refused", answer);
        var (come, _) = await UntilAsync(side, message => Body(message) is Hello { AsksAnswer: false });
        hello = come is null ? null : (Hello)Body(come)!;
        side.Announced = hello?.MessageTypes.ToHashSet(StringComparer.Ordinal);
        return new Observation(hello is not null, Words(come));
    }

    private ConformanceCase Announced(string id, string clause, string expected, Func<Hello, bool> isRight, Func<Hello, string> words) => Announced(id, clause, expected, (_, h) => isRight(h), words);

    private ConformanceCase Announced(string id, string clause, string expected, Func<KitSide, Hello, bool> isRight, Func<Hello, string> words) => new(
        id, clause, "nothing; looks at the endpoint's hello", $"{expected}, where it sends one", side => Task.FromResult(
            hello is null ? new Observation(side.Announced is { Count: 0 }, "it has sent none") : new Observation(isRight(side, hello), words(hello))));

    private async Task<Observation> RefusedByMessageAsync(KitSide side, TransferOffer offer, bool isApproval = false)
    {
        refused = offer;
        listener.Forget();
        var (_, answer) = await side.StoreAsync(isApproval ? Offers.Draft(side, new TransferApproval([offer])) : Offers.Propose(side, offer));
        if (answer.Outcome != "recorded") return Observation.Of(answer.Outcome == "refused", answer);
        var (come, _) = await UntilAsync(side, message => Body(message) is TransferRefusal refusal && refusal.Transfers.Any(t => t.Id == offer.Id));
        return new Observation(come is not null, Words(come));
    }

    private ConformanceCase Answered(
        string id, string clause, string sent, string expected, Func<KitSide, TransferId> about, Func<IReadOnlyList<string>, StatusAnswer, bool> isRight) => new(
        id, clause, sent, $"{expected}; a refusal where it did not announce the query", async side =>
        {
            var (answer, types, words) = await AskAsync(side, about(side));
            return answer is null ? new Observation(side.Announced?.Contains(Query) == false, words) : new Observation(isRight(types, answer), $"{string.Join(", ", types)}, status-answer");
        });

    private async Task<(StatusAnswer? Answer, IReadOnlyList<string> Before, string Words)> AskAsync(KitSide side, TransferId id)
    {
        listener.Forget();
        var (_, answer) = await side.StoreAsync(Offers.Draft(side, new StatusQuery([id], Heads: false)));
        if (answer.Outcome != "recorded") return (null, [], answer.Words);
        var (come, before) = await UntilAsync(side, message => Body(message) is StatusAnswer told && told.Transfers.Any(t => t.Id == id));
        return (come is null ? null : (StatusAnswer)Body(come)!, before, Words(come));
    }

    private async Task<Observation> DecidesNothingAsync(KitSide side)
    {
        var authorization = await AuthorizeAsync(side);
        var offer = Offers.Offer(side, Offers.NewId(side), authorization);
        await side.StoreAsync(Offers.Propose(side, offer));
        await side.StoreAsync(Offers.Draft(side, new StatusAnswer([new TransferStatus(offer.Id, TransferRole.Transferring, TransferState.Completed, WireInstant.Truncate(side.Now))], null)));
        var (answer, _, words) = await AskAsync(side, offer.Id);
        await side.StoreAsync(Offers.Cancel(side, offer.Id));
        return answer is null
            ? new Observation(side.Announced?.Contains(Query) == false, words)
            : new Observation(answer.Transfers is [{ Role: TransferRole.Acquiring, State: TransferState.Proposed }], $"{answer.Transfers[0].State}");
    }

    private async Task<Observation> NarrowedAsync(KitSide side)
    {
        var id = await AuthorizeAsync(side);
        var narrowed = Offers.Authorization(side, id) with { Version = 2, VintageFirst = new Vintage(2025) };
        var (_, changed) = await side.StoreAsync(Offers.Draft(side, new AuthorizationChange(narrowed, DateOnly.FromDateTime(side.Now.UtcDateTime), false)));
        if (changed.Outcome == "refused") return Observation.Of(side.IsFitting("authorization-change", changed.Outcome), changed);
        return await RefusedByMessageAsync(side, Offers.Offer(side, Offers.NewId(side), id));
    }

    private static async Task<AuthorizationId> AuthorizeAsync(KitSide side)
    {
        var id = Offers.NewAuthorization(side);
        await side.StoreAsync(Offers.Draft(side, new AuthorizationNotice(Offers.Authorization(side, id))));
        return id;
    }

    private async Task<Observation> CosignedAsync(KitSide side)
    {
        listener.Forget();
        var (draft, checkpoint, rows) = CheckpointCases.Next(side);
        var (_, answer) = await side.StoreAsync(draft);
        if (answer.Outcome != "recorded") return Observation.Of(side.IsFitting("checkpoint", answer.Outcome), answer);
        side.Log.Cosigned = rows;
        var (come, _) = await UntilAsync(side, message => Body(message) is CheckpointCosignature cosigned && cosigned.Checkpoint.Payload == checkpoint.Payload);
        return come is null ? new Observation(false, Words(come)) : Judge(side, checkpoint, ((CheckpointCosignature)Body(come)!).Checkpoint);
    }

    private static Observation Judge(KitSide side, SignedText sent, SignedText cosigned)
    {
        var isKept = cosigned.Signatures.Length > sent.Signatures.Length && cosigned.Signatures.AsSpan()[..sent.Signatures.Length].SequenceEqual(sent.Signatures.AsSpan());
        if (!isKept) return new Observation(false, "the signatures of the kit are not kept in their order");
        if (!Jws.TryRead(CheckpointTexts.Bytes(cosigned), JwsTypes.Checkpoint, out var jws, out var fault)) return new Observation(false, fault!.English);
        fault = side.Target.EndpointKeys.Verify(jws!, side.Now, out var key);
        return new Observation(fault is null, fault?.English ?? $"cosigned by {key}");
    }

    private async Task<Observation> NothingAsync(KitSide side, Func<KitSide, Draft> make, string type)
    {
        // What the endpoint still had to say comes before the refusal of an offer, in order.
        await TriggeredAsync(side);
        listener.Forget();
        await side.StoreAsync(make(side));
        var (come, before) = await TriggeredAsync(side);
        return new Observation(come is not null && !before.Contains(type), come is null ? Words(come) : before.Contains(type) ? $"{type} came" : "none came");
    }

    private async Task<Observation> AnnouncedOnlyAsync(KitSide side)
    {
        await TriggeredAsync(side);
        listener.Forget();
        await side.StoreAsync(HelloCases.Hello(side, asksAnswer: false, MessageTypes.Base));
        var (come, before) = await TriggeredAsync(side);
        var beyond = before.Where(type => type != "hello" && !MessageTypes.Base.Contains(type)).ToList();
        return new Observation(come is not null && beyond.Count == 0, come is null ? Words(come) : beyond.Count == 0 ? "none came" : string.Join(", ", beyond));
    }

    private async Task<Observation> ProvenAsync(KitSide side, MessageRowKind kind)
    {
        var (first, _) = await TriggeredAsync(side);
        // Once the next message has come, the receipt for the one before is kept.
        var (second, _) = await TriggeredAsync(side);
        if (first is null || second is null) return new Observation(false, "nothing came to ask about");
        var answer = await ProofCases.AskAsync(side, first.Envelope.Id.ToString("D"), first.Hash);
        var judged = ProofCases.Judge(side, answer, first.Bytes.ToArray(), listener.ReceiptOf(first));
        if (!judged.IsAsExpected || answer.Status == 404) return judged;
        var kinds = ProofCases.Read(answer)!.Rows.Select(row => MessageRow.Read(LogRow.Read(row.Row)!.Kind, LogRow.Read(row.Row)!.Payload, out _)!.Kind).ToList();
        return judged with { IsAsExpected = kinds.Contains(kind) };
    }

    private async Task<(SignedMessage? Message, IReadOnlyList<string> Before)> TriggeredAsync(KitSide side)
    {
        refused = Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side));
        await side.StoreAsync(Offers.Propose(side, refused));
        return await UntilAsync(side, message => Body(message) is TransferRefusal refusal && refusal.Transfers.Any(t => t.Id == refused.Id));
    }

    private async Task<(SignedMessage? Message, IReadOnlyList<string> Before)> UntilAsync(KitSide side, Func<SignedMessage, bool> isIt)
    {
        var before = new List<string>();
        // An endpoint that repeats one message for ever must not keep the kit for ever.
        var end = side.Now + side.Target.MessageWithin;
        while (side.Now < end && await listener.NextAsync(side.Cancellation) is { } arrival)
        {
            if (arrival.Message is not { } message) continue;
            if (isIt(message)) return (message, before);
            before.Add(message.Envelope.Type);
        }

        return (null, before);
    }

    private static TransferOffer WithRuns(KitSide side, int runs)
    {
        var offer = Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side));
        var one = offer.Units[0];
        return offer with { Units = [.. Enumerable.Range(0, runs).Select(i => one with { Serials = new SerialRange(one.Serials.Prefix, i + 1, i + 1) })] };
    }

    private static TransferOffer Half(KitSide side) =>
        Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side)) with { Kind = TransferKind.AfterApproval, Decision = new DecisionId("KIT-half") };

    private async Task<Observation> StrangeAsync(KitSide side)
    {
        var offer = Offers.Offer(side, Offers.NewId(side), await AuthorizeAsync(side));
        return await RefusedByMessageAsync(side, offer with { Units = [offer.Units[0] with { IssuedBy = side.Target.Tested }] });
    }
}
