using System.Text.Json.Nodes;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>The keys of the vectors with their private parts, and keys that must be refused.</summary>
internal static class KeyVectors
{
    public static JsonObject File() => new()
    {
        ["keys"] = new JsonArray([.. VectorWorld.Keys.Select(k => new JsonObject
        {
            ["name"] = k.Name,
            ["testOnly"] = true,
            ["kid"] = k.Key.Public.KeyId,
            ["public"] = JsonNode.Parse(k.Key.Public.PublicJwk),
            ["private"] = JsonNode.Parse(k.Key.ToPrivateJwk()),
            ["pinnedFor"] = k.Party?.Code,
            ["validFrom"] = k.Pinned is { } pinned ? WireInstant.Format(pinned.ValidFrom) : null,
            ["validTo"] = k.Pinned?.ValidTo is { } end ? WireInstant.Format(end) : null,
        })]),
        ["cases"] = new JsonArray([.. Bad().Select(b => new JsonObject { ["id"] = b.Id, ["clause"] = "3.6", ["key"] = b.Key, ["expected"] = "refused" })]),
    };

    private static IEnumerable<(string Id, JsonObject Key)> Bad()
    {
        yield return ("small-order-point", Ed25519("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        yield return ("ed25519-too-short", Ed25519("AQAA"));
        yield return ("point-not-on-curve", new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["x"] = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE", ["y"] = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE",
        });
        yield return ("rsa", new JsonObject { ["kty"] = "RSA", ["n"] = "AQAB", ["e"] = "AQAB" });
        yield return ("symmetric", new JsonObject { ["kty"] = "oct", ["k"] = "AQAB" });
        yield return ("private-part", JsonNode.Parse(VectorWorld.Stranger.ToPrivateJwk())!.AsObject());
    }

    private static JsonObject Ed25519(string x) => new() { ["kty"] = "OKP", ["crv"] = "Ed25519", ["x"] = x };
}
