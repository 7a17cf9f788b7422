using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Cases;

/// <summary>Sections 2 and 5: addresses, content types, sizes, the clock.</summary>
internal static class TransportCases
{
    private const int MessageBytesMax = 4 * 1024 * 1024;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static IEnumerable<ConformanceCase> All =>
    [
        new("clock-form", "2.6", "GET partner/v1/time", "200 and {\"now\":…} with an instant in UTC and milliseconds", TimeAsync),
        new("clock-agrees", "2.11", "GET partner/v1/time", "a time within 5 minutes of the kit's", TimeAgreesAsync),
        ConformanceCase.Recorded("first-message", "5.7", "a test message, next in order", side => side.NextTest()),
        new("other-content-type", "5.3", "a good message with content type application/json", "415, and nothing is stored", side => OtherTypeAsync(side, "application/json")),
        new("no-content-type", "5.3", "a good message without a content type", "415, and nothing is stored", side => OtherTypeAsync(side, null)),
        new("unknown-registry", "5.4", "a good message to the address of a registry that neither side is part of", "404, and nothing is stored", UnknownRegistryAsync),
        new("get-instead-of-post", "2.1", "GET at the address of messages", "an error status of 4xx, and nothing is stored", GetAsync),
        new("heads", "2.12", "GET at the address of the heads", "404, or 200 with exactly the last message of each direction, of which the kit's is right", HeadsAsync),
        new("too-large", "5.2", "a signed message of more than 4 MiB", "413, and nothing is stored", TooLargeAsync),
        ConformanceCase.Refused(
            "largest", "9.1", "a signed message of just under 4 MiB, of a type that does not exist", side => side.Next("conformance-large", Filler(side, MessageBytesMax))),
    ];

    private static async Task<Observation> TimeAsync(KitSide side)
    {
        var answer = await side.Client.TimeAsync(side.Cancellation);
        var now = EndpointAnswer.Text(answer.Json, "now");
        return new Observation(answer.IsStored && WireInstant.TryParse(now, out _), answer.Failure ?? $"{answer.Status}, now '{now}'");
    }

    private static async Task<Observation> TimeAgreesAsync(KitSide side)
    {
        var answer = await side.Client.TimeAsync(side.Cancellation);
        if (!WireInstant.TryParse(EndpointAnswer.Text(answer.Json, "now"), out var now)) return new Observation(false, "no time");
        var ahead = now - side.Now;
        return new Observation(ahead.Duration() <= ClockTolerance, $"the endpoint's clock is {ahead.TotalSeconds:0.0} s ahead of the kit's");
    }

    private static async Task<Observation> OtherTypeAsync(KitSide side, string? contentType)
    {
        var message = side.NextTest().Seal();
        var answer = await side.Client.PostAsync(side.Registry, message.Bytes, contentType, side.Cancellation);
        return await NothingAsync(side, message, answer, 415);
    }

    private static async Task<Observation> UnknownRegistryAsync(KitSide side)
    {
        var message = side.NextTest().Seal();
        var answer = await side.Client.PostAsync("ATA-BVT", message.Bytes, EndpointClient.SignedType, side.Cancellation);
        return await NothingAsync(side, message, answer, 404);
    }

    private static async Task<Observation> GetAsync(KitSide side)
    {
        var answer = await side.Client.GetAsync($"partner/v1/registries/{side.Registry}/messages", side.Cancellation);
        var (_, next) = await side.StoreAsync(side.NextTest());
        return Observation.Of(answer.Status is >= 400 and < 500 && next.IsStored, answer);
    }

    private static async Task<Observation> HeadsAsync(KitSide side)
    {
        var answer = await side.Client.GetAsync($"partner/v1/registries/{side.Registry}/heads", side.Cancellation);
        if (answer.Status == 404) return Observation.Of(isAsExpected: true, answer);
        var (sent, received) = (EndpointAnswer.Member(answer.Json, "sent"), EndpointAnswer.Member(answer.Json, "received"));
        var isFormed = IsHead(sent) && IsHead(received) && answer.Json!.Value.EnumerateObject().Count() == 2;
        var isRight = isFormed && received!.Value.GetProperty("sequence").GetInt64() == side.Head.Sequence && EndpointAnswer.Text(received, "hash") == side.Head.Hash.ToBase64Url();
        return new Observation(answer.IsStored && isRight, $"{answer.Status}, received {received?.ToString() ?? "missing"}");
    }

    private static bool IsHead(JsonElement? head) =>
        head is { ValueKind: JsonValueKind.Object } found && found.EnumerateObject().Count() == 2
        && EndpointAnswer.Member(head, "sequence") is { ValueKind: JsonValueKind.Number } sequence && sequence.TryGetInt64(out _) && EndpointAnswer.Text(head, "hash") is not null;

    private static async Task<Observation> TooLargeAsync(KitSide side)
    {
        var message = side.Next("test", Filler(side, MessageBytesMax + 1024)).Seal();
        var answer = await side.PostAsync(message);
        return await NothingAsync(side, message, answer, 413);
    }

    private static async Task<Observation> NothingAsync(KitSide side, SealedDraft message, EndpointAnswer answer, int status)
    {
        side.NoteProblem($"status {status}", answer);
        var isUnchanged = await side.SettleAsync(message, answer);
        return Observation.Of(answer.Status == status && isUnchanged, answer, isUnchanged ? "" : "; the message was stored");
    }

    // Base64url makes four characters of three bytes, so a message of an exact size is found from the size of one without filler.
    private static JsonObject Filler(KitSide side, int bytes)
    {
        var without = side.Next("conformance-large", new JsonObject { ["text"] = "" }).Seal().Bytes.Length;
        return new JsonObject { ["text"] = new string('x', (bytes - without - 8) / 4 * 3) };
    }
}
