using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 5: order, loss, replay, and the clocks of messages.</summary>
internal sealed class OrderCases(SigningKey stranger)
{
    private const int AtOnce = 8;
    private static readonly int[] Conflict = [409];
    private static readonly int[] Unprocessable = [422];
    private static readonly TimeSpan FarAhead = TimeSpan.FromDays(1);
    private static readonly TimeSpan JustTooFarAhead = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan StillRight = TimeSpan.FromMinutes(3);

    public IEnumerable<ConformanceCase> All =>
    [
        new("repeated", "5.8", "the last message again, the same bytes", "200 and the same receipt, byte for byte", side => RepeatedAsync(side, side.Stored[^1].Message.Bytes, side.Stored[^1].Answer)),
        new("repeated-old", "2.8", "an early message of this run again, the same bytes", "200 and the same receipt, byte for byte", side => RepeatedAsync(side, side.Stored[0].Message.Bytes, side.Stored[0].Answer)),
        new("repeated-signed-again", "5.8", "the last message again, the same payload with other signatures", "200 and the same receipt, byte for byte", RepeatedSignedAgainAsync),
        new("repeated-at-once", "5.8", $"the next message, {AtOnce} times at the same moment", "200 and the same receipt for all of them; 408, 429 or 5xx for some", AtOnceAsync),
        ConformanceCase.NotStored("altered", "5.9", "the last message again with another body", Conflict, (side, d) =>
        {
            Replay(side, d, "id");
            Replay(side, d, "sequence");
            Replay(side, d, "previous");
        }),
        ConformanceCase.NotStored("altered-known-sequence", "5.9", "another message under the number of the last one", Conflict, (side, d) =>
        {
            Replay(side, d, "sequence");
            Replay(side, d, "previous");
        }),
        ConformanceCase.NotStored("altered-known-id", "5.9", "the next message under the id of the last one", Conflict, (side, d) => Replay(side, d, "id")),
        new("gap", "5.10", "a message whose predecessor is missing", "409 with expectedSequence, and nothing is stored", GapAsync),
        ConformanceCase.NotStored("fork", "5.11", "the next message with another hash of the message before", Conflict, d => d.Payload["previous"] = Digest.Of("another past"u8).ToBase64Url()),
        ConformanceCase.NotStored("backwards", "5.13", "a message sent before the message before", Unprocessable, (side, d) => d.Payload["sentAt"] = WireInstant.Format(side.Head.SentAt.AddMilliseconds(-1))),
        ConformanceCase.Refused("type-unknown", "5.15", "a message of a type that does not exist", side => side.Next("conformance-unknown", new JsonObject { ["sky"] = "blue" })),
        ConformanceCase.NotStored("refused-said-again", "5.17", "the message that was just refused, with another body, under its own number", Conflict, (side, d) =>
        {
            var refused = side.Stored.FindLast(m => m.Answer.Outcome == "refused").Message ?? side.Stored[^1].Message;
            d.Payload["sequence"] = refused.Payload["sequence"]!.DeepClone();
            d.Payload["previous"] = refused.Payload["previous"]!.DeepClone();
        }),
        new("hello", "10.6", "a hello that asks for no answer", "200 and a receipt with any outcome; the next message continues the chain", HelloAsync),
        ConformanceCase.Refused("body-member-unknown", "5.16", "a test message with one more member", side => side.Next("test", new JsonObject { ["text"] = "x", ["more"] = 1 })),
        ConformanceCase.Refused("body-member-missing", "5.16", "a test message without its text", side => side.Next("test", new JsonObject())),
        ConformanceCase.Refused("body-member-malformed", "5.16", "a test message whose text is a number", side => side.Next("test", new JsonObject { ["text"] = 5 })),
        ConformanceCase.Refused("body-member-null", "5.16", "a test message whose text is null", side => side.Next("test", new JsonObject { ["text"] = null })),
    ];

    /// <summary>Played last: it moves the clock of the direction forward.</summary>
    public static IEnumerable<ConformanceCase> AheadOfTime =>
    [
        ConformanceCase.Recorded("slightly-ahead", "5.12", "a message sent three minutes ahead of the clock", side =>
        {
            var draft = side.NextTest();
            draft.Payload["sentAt"] = WireInstant.Format(side.Now + StillRight);
            return draft;
        }),
        ConformanceCase.NotStored("future-just", "5.12", "a message sent seven minutes ahead of the clock", Unprocessable, (side, d) => d.Payload["sentAt"] = WireInstant.Format(side.Now + JustTooFarAhead)),
        ConformanceCase.NotStored("future", "5.12", "a message sent a day ahead of the clock", Unprocessable, (side, d) => d.Payload["sentAt"] = WireInstant.Format(side.Now + FarAhead)),
    ];

    // An endpoint that does not know hello refuses it as it does any unknown type, and goes on.
    private static async Task<Observation> HelloAsync(KitSide side)
    {
        var (_, answer) = await side.StoreAsync(HelloCases.Hello(side, asksAnswer: false));
        return Observation.Of(answer.IsStored && answer.Outcome is "recorded" or "refused", answer);
    }

    private static void Replay(KitSide side, Draft draft, string member) => draft.Payload[member] = side.Stored[^1].Message.Payload[member]!.DeepClone();

    private static async Task<Observation> RepeatedAsync(KitSide side, byte[] bytes, EndpointAnswer first)
    {
        var answer = await side.PostAsync(bytes);
        var isSame = answer.IsStored && answer.Body.AsSpan().SequenceEqual(first.Body);
        return Observation.Of(isSame, answer, !answer.IsStored || isSame ? "" : "; another receipt than the first time");
    }

    private Task<Observation> RepeatedSignedAgainAsync(KitSide side)
    {
        var (message, answer) = side.Stored[^1];
        var again = new Draft(message.Payload.DeepClone().AsObject(), side.Target.Key);
        again.Signatures.Insert(0, new DraftSignature(stranger, JwsTypes.Message));
        return RepeatedAsync(side, again.Seal().Bytes, answer);
    }

    private static async Task<Observation> AtOnceAsync(KitSide side)
    {
        var message = side.NextTest().Seal();
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => side.PostOnceAsync(message)));
        var stored = answers.Where(a => a.IsStored).ToList();
        var isPatient = answers.All(a => a.IsStored || a.Status is 408 or 429 or >= 500);
        await side.SettleAsync(message, stored.Count > 0 ? stored[0] : answers[0]);
        var receipts = stored.Select(a => Digest.Of(a.Body)).Distinct().Count();
        return new Observation(
            receipts == 1 && isPatient, $"{stored.Count} of {AtOnce} with 200, {receipts} different receipt(s), others: {string.Join(", ", answers.Where(a => !a.IsStored).Select(a => a.Status).Distinct())}");
    }

    private static async Task<Observation> GapAsync(KitSide side)
    {
        var expected = side.Head.Sequence + 1;
        var draft = side.NextTest();
        draft.Payload["sequence"] = expected + 1;
        var message = draft.Seal();
        var answer = await side.PostAsync(message);
        side.NoteProblem("gap", answer);
        var told = EndpointAnswer.Member(answer.Json, "expectedSequence")?.ToString();
        var isUnchanged = await side.SettleAsync(message, answer);
        return Observation.Of(
            answer.Status == 409 && told == $"{expected}" && isUnchanged, answer,
            $", expectedSequence {told ?? "missing"}{(isUnchanged ? "" : "; the message was stored")}");
    }
}
