using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 6: the receipt, and section 2: the form of the answers.</summary>
internal static class ReceiptCases
{
    private static readonly string[] Members =
        ["from", "messageHash", "messageId", "outcome", "protocol", "receivedAt", "refusal", "registry", "sequence", "to"];

    private static readonly string[] RefusalMembers = ["citation", "english", "japanese", "remedyEnglish", "remedyJapanese", "rule"];
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static IEnumerable<ConformanceCase> All =>
    [
        Of("receipt-content-type", "2.4", "content type application/jose+json", (_, _, answer) => (answer.ContentType == EndpointClient.SignedType, $"content type {answer.ContentType ?? "missing"}")),
        Of("receipt-signature", "6.1", "a JWS of typ jcm-receipt+jws by a pinned key of the endpoint's Party", Signature),
        Of("receipt-canonical", "6.1", "a payload in canonical form", Canonical),
        Of("receipt-members", "6.1", $"exactly the members {string.Join(", ", Members)}", (_, _, answer) => Names(answer.Receipt, Members)),
        Of("receipt-protocol", "6.1", "protocol 1.0", (_, _, answer) => Says(answer, "protocol", "1.0")),
        Of("receipt-message-id", "6.1", "the id of the message", (_, message, answer) => Says(answer, "messageId", message.Id)),
        Of("receipt-message-hash", "4.11", "SHA-256 over the payload bytes of the message", (_, message, answer) => Says(answer, "messageHash", message.Hash.ToBase64Url())),
        Of("receipt-parties", "6.1", "from the endpoint's Party to the sender", (side, _, answer) => Both(Says(answer, "from", side.Target.Tested.Code), Says(answer, "to", side.Target.Played.Code))),
        Of("receipt-registry", "6.1", "the registry of the message", (side, _, answer) => Says(answer, "registry", side.Registry)),
        Of("receipt-sequence", "6.1", "the number of the message", (_, message, answer) => Says(answer, "sequence", $"{message.Sequence}")),
        Of("receipt-time", "6.1", "receivedAt near the kit's clock", Time),
        Of("receipt-recorded", "6.2", "outcome 'recorded' with refusal null", (_, _, answer) => Both(
            (answer.Outcome == "recorded", $"outcome {answer.Outcome}"),
            (EndpointAnswer.Member(answer.Receipt, "refusal") is { ValueKind: JsonValueKind.Null }, $"refusal {EndpointAnswer.Member(answer.Receipt, "refusal")?.ToString() ?? "missing"}"))),
        new(
            "receipt-refused", "6.2", "a message of a type that does not exist", $"outcome 'refused' with a refusal of exactly {string.Join(", ", RefusalMembers)}, in English and Japanese, rule 1 or more",
            async side => Refused((await side.StoreAsync(side.Next("conformance-unknown", new JsonObject()))).Answer)),
    ];

    /// <summary>Played after all messages that must not be stored.</summary>
    public static ConformanceCase ProblemForm { get; } = new(
        "problem-form", "2.5", "all messages of this run that are not to be stored",
        $"content type application/problem+json and at least the members {string.Join(", ", RefusalMembers)}", side => Task.FromResult(Problems(side)));

    /// <summary>Played after all messages that are to be refused in their receipts.</summary>
    public static ConformanceCase RefusalNumbers { get; } = new(
        "refusal-numbers", "6.3", "all messages of this run that were refused in their receipts", "a whole number of 1 or more as the rule of each", side => Task.FromResult(Numbers(side)));

    private static Observation Numbers(KitSide side)
    {
        var refused = side.Stored.FindAll(m => m.Answer.Outcome == "refused");
        var wrong = refused.Count(m => m.Answer.Refusal is not { Rule: >= 1 });
        return new Observation(wrong == 0 && refused.Count > 0, $"{refused.Count - wrong} of {refused.Count} have one");
    }

    private static ConformanceCase Of(string id, string clause, string expected, Func<KitSide, SealedDraft, EndpointAnswer, (bool IsRight, string Words)> look) => new(
        id, clause, "a test message, next in order", expected, async side =>
        {
            var (message, answer) = await side.StoreAsync(side.NextTest());
            if (!answer.IsStored) return Observation.Of(isAsExpected: false, answer);
            var (isRight, words) = look(side, message, answer);
            return new Observation(isRight, words);
        });

    private static (bool, string) Signature(KitSide side, SealedDraft message, EndpointAnswer answer)
    {
        if (!Jws.TryRead(answer.Body, JwsTypes.Receipt, out var jws, out var fault)) return (false, fault!.English);
        fault = side.Target.EndpointKeys.Verify(jws!, side.Now, out var key);
        return (fault is null, fault?.English ?? $"signed by {key}");
    }

    private static (bool, string) Canonical(KitSide side, SealedDraft message, EndpointAnswer answer)
    {
        if (!Jws.TryRead(answer.Body, out var jws, out var fault)) return (false, fault!.English);
        var place = CanonicalJson.Check(jws!.Payload.Span, JsonBounds.Wire);
        return (place is null, place?.Sentence ?? "canonical");
    }

    private static (bool, string) Time(KitSide side, SealedDraft message, EndpointAnswer answer)
    {
        var text = EndpointAnswer.Text(answer.Receipt, "receivedAt");
        return (WireInstant.TryParse(text, out var at) && (at - side.Now).Duration() <= ClockTolerance, $"receivedAt '{text}'");
    }

    private static Observation Refused(EndpointAnswer answer)
    {
        var refusal = EndpointAnswer.Member(answer.Receipt, "refusal");
        var (isRight, words) = Names(refusal, RefusalMembers);
        var isFull = isRight && answer.Outcome == "refused" && answer.Refusal is { Rule: >= 1, English.Length: > 0, Japanese.Length: > 0 };
        return Observation.Of(isFull, answer, $"; refusal with {words}");
    }

    private static Observation Problems(KitSide side)
    {
        var wrong = side.Problems.Where(p => !IsProblem(p.Answer)).Select(p => p.Case).ToList();
        return new Observation(
            wrong.Count == 0 && side.Problems.Count > 0,
            wrong.Count == 0 ? $"all {side.Problems.Count} are" : $"{wrong.Count} of {side.Problems.Count} are not: {string.Join(", ", wrong)}");
    }

    private static bool IsProblem(EndpointAnswer answer) =>
        answer is { ContentType: "application/problem+json", Refusal: { English.Length: > 0, Japanese.Length: > 0 } }
        && RefusalMembers.All(name => EndpointAnswer.Member(answer.Json, name) is not null);

    private static (bool, string) Names(JsonElement? json, string[] expected)
    {
        if (json is not { } found || found.ValueKind != JsonValueKind.Object) return (false, "no object");
        var names = found.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal).ToList();
        return (names.SequenceEqual(expected, StringComparer.Ordinal), string.Join(", ", names));
    }

    private static (bool, string) Says(EndpointAnswer answer, string name, string expected)
    {
        var value = EndpointAnswer.Member(answer.Receipt, name)?.ToString();
        return (value == expected, $"{name} {value ?? "missing"}");
    }

    private static (bool, string) Both((bool IsRight, string Words) first, (bool IsRight, string Words) second) =>
        (first.IsRight && second.IsRight, $"{first.Words}, {second.Words}");
}
