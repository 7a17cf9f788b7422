using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 10: what two nodes tell each other of themselves. An endpoint that does not know hello refuses all of it, and conforms.</summary>
internal static class HelloCases
{
    private const int VersionsMax = 20;
    private const int NamesMax = 200;
    private const int PinnedKeysMax = 100;
    private const int NameLengthMax = 64;
    private const int SoftwareLengthMax = 100;
    private const int TransfersMax = 1_000;

    public static IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Refused("hello-no-common-version", "10.4", "a hello whose only version is 99.0", side => Changed(side, "versions", new JsonArray("99.0"))),
        new("hello-unknown-names", "10.8", "a hello with a feature and a message type that do not exist, after one without", "the same outcome for both", UnknownNamesAsync),
        ConformanceCase.Refused("hello-versions", "9.15", $"a hello of {VersionsMax + 1} versions", side => Changed(side, "versions", Names(VersionsMax + 1, i => $"1.{i}"))),
        ConformanceCase.Refused("hello-message-types", "9.15", $"a hello of {NamesMax + 1} message types", side => Changed(side, "messageTypes", Names(NamesMax + 1, i => $"type-{i}"))),
        ConformanceCase.Refused("hello-features", "9.15", $"a hello of {NamesMax + 1} features", side => Changed(side, "features", Names(NamesMax + 1, i => $"feature-{i}"))),
        ConformanceCase.Refused("hello-pinned-keys-too-many", "9.15", $"a hello of {PinnedKeysMax + 1} pinned keys", side => Changed(side, "pinnedKeys", Names(PinnedKeysMax + 1, i => $"key-{i}"))),
        ConformanceCase.Refused("hello-name", "9.15", $"a hello with a feature of {NameLengthMax + 1} characters", side => Changed(side, "features", new JsonArray(new string('f', NameLengthMax + 1)))),
        ConformanceCase.Refused("hello-software", "9.15", $"a hello whose software has {SoftwareLengthMax + 1} characters", side => Changed(side, "software", new string('s', SoftwareLengthMax + 1))),
    ];

    /// <summary>A hello that announces every type, or those of the base set only.</summary>
    public static Draft Hello(KitSide side, bool asksAnswer, IEnumerable<string>? types = null) => side.Next("hello", new JsonObject
    {
        ["versions"] = new JsonArray(PartnerEnvelope.ProtocolVersion),
        ["messageTypes"] = new JsonArray([.. (types ?? MessageBodies.Types).Select(type => (JsonNode)type)]),
        ["features"] = new JsonArray(),
        ["limits"] = new JsonObject { ["messageBytes"] = JsonBounds.WireBytesMax, ["transfersPerMessage"] = TransfersMax, ["runsPerTransfer"] = TransfersMax },
        ["software"] = "JcmInterop conformance kit",
        ["pinnedKeys"] = new JsonArray([.. side.Target.EndpointKeys.Keys.Select(key => (JsonNode)key.Key.KeyId)]),
        ["clock"] = WireInstant.Format(side.Now),
        ["asksAnswer"] = asksAnswer,
    });

    private static Draft Changed(KitSide side, string member, JsonNode value)
    {
        var hello = Hello(side, asksAnswer: false);
        hello.Payload["body"]![member] = value;
        return hello;
    }

    private static async Task<Observation> UnknownNamesAsync(KitSide side)
    {
        var (_, plain) = await side.StoreAsync(Hello(side, asksAnswer: false));
        var named = Hello(side, asksAnswer: false);
        named.Payload["body"]!["features"] = new JsonArray("conformance-unknown-feature");
        named.Payload["body"]!["messageTypes"]!.AsArray().Add("conformance-unknown");
        var (_, answer) = await side.StoreAsync(named);
        return Observation.Of(answer.IsStored && plain.IsStored && answer.Outcome == plain.Outcome, answer, $", before it '{plain.Outcome}'");
    }

    private static JsonArray Names(int count, Func<int, string> name) => new([.. Enumerable.Range(0, count).Select(i => (JsonNode)name(i))]);
}
