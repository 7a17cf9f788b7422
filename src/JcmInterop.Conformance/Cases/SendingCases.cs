using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Conformance.Cases;

/// <summary>Sections 2, 4 and 6 from the other side: how an endpoint sends, and which answers it takes for a receipt.</summary>
/// <remarks>An offer against a rule makes any endpoint send: it is refused by a message.</remarks>
internal sealed class SendingCases(PartnerListener listener)
{
    private const string Refusal = "transfer-refusal";

    public IEnumerable<ConformanceCase> All =>
    [
        new("sends-refusal", "8.16", "a proposal under an authorization that was never told", "a transfer-refusal of that transfer, sent to the kit", SendsAsync),
        Again("repeats-after-503", "2.9", "503", ListenerReply.Unavailable),
        Again("repeats-after-empty", "6.4", "200 without a receipt", ListenerReply.Empty),
        Again("repeats-after-other-receipt", "6.4", "a receipt for another message", ListenerReply.ReceiptForAnother),
        Again("repeats-after-strange-receipt", "6.4", "a receipt by a key that is not pinned", ListenerReply.ReceiptByStranger),
        new("goes-back", "2.10", "409 with the expectedSequence of the message before", "the message before with the same payload, then this one again", GoesBackAsync),
        new("sends-in-order", "2.7", "nothing; looks at all messages of the endpoint in this run", "every message is genuine and continues the chain", _ => Task.FromResult(Judged())),
    ];

    private ConformanceCase Again(string id, string clause, string answer, ListenerReply reply) => new(
        id, clause, $"{answer}, as the answer to a message of the endpoint", "the same payload again", async side =>
        {
            listener.Forget();
            listener.AnswerNext(reply);
            var (first, words) = await TriggeredAsync(side);
            if (first is null) return new Observation(false, words);
            var second = await listener.NextAsync(side.Cancellation);
            return new Observation(second?.Message?.Hash == first.Message!.Hash, Words(second));
        });

    private async Task<Observation> SendsAsync(KitSide side)
    {
        listener.Forget();
        var (arrival, words) = await TriggeredAsync(side);
        return new Observation(arrival is { Message: not null, Fault: null }, words);
    }

    private async Task<Observation> GoesBackAsync(KitSide side)
    {
        var (before, _) = await TriggeredAsync(side);
        if (before?.Message is null) return new Observation(false, "nothing came to go back from");
        listener.Forget();
        listener.AnswerNext(ListenerReply.ExpectsEarlier);
        var (first, words) = await TriggeredAsync(side);
        if (first is null) return new Observation(false, words);
        var second = await listener.NextAsync(side.Cancellation);
        var third = await listener.NextAsync(side.Cancellation);
        return new Observation(second?.Message?.Hash == before.Message.Hash && third?.Message?.Hash == first.Message!.Hash, $"{Words(second)}, then {Words(third)}");
    }

    private Observation Judged()
    {
        var (faults, messages) = listener.Judged;
        return new Observation(faults.Count == 0 && messages > 0, faults.Count == 0 ? $"{messages} messages, all right" : string.Join("; ", faults.Take(5)));
    }

    // The endpoint may say other things meanwhile, for example hello; only the refusal is waited for.
    private async Task<(Arrival? Arrival, string Words)> TriggeredAsync(KitSide side)
    {
        var id = Offers.NewId(side);
        var (_, answer) = await side.StoreAsync(Offers.Propose(side, Offers.Offer(side, id, Offers.NewAuthorization(side))));
        if (!answer.IsStored) return (null, $"the offer was answered by {answer.Words}");
        var end = side.Now + side.Target.MessageWithin;
        while (side.Now < end && await listener.NextAsync(side.Cancellation) is { } arrival)
        {
            if (arrival.Message is { Envelope.Type: Refusal } message && Names(message.Envelope.Body.Span, id)) return (arrival, Words(arrival));
        }

        return (null, "no transfer-refusal of it came in time");
    }

    private static bool Names(ReadOnlySpan<byte> body, TransferId id) => body.IndexOf(System.Text.Encoding.ASCII.GetBytes($"{id}")) >= 0;

    private static string Words(Arrival? arrival) => arrival switch
    {
        null => "nothing came in time",
        { Message: { } message } => $"{message.Envelope.Type}, message {message.Envelope.Sequence}{(arrival.Fault is { } fault ? $": {fault}" : "")}",
        _ => arrival.Fault ?? "a message that cannot be read",
    };
}
