using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 3: the signed document and its signatures.</summary>
internal sealed class SignatureCases(SigningKey stranger)
{
    private static readonly int[] Malformed = [400];
    private static readonly int[] NotGenuine = [403];
    private static readonly int[] Either = [400, 403];

    public IEnumerable<ConformanceCase> All(ConformanceTarget target) => [.. Documents, .. Headers, .. Signatures, .. OfAlgorithm(target)];

    private static IEnumerable<ConformanceCase> Documents =>
    [
        ConformanceCase.NotStored("document-not-json", "3.1", "a body that is not JSON", Malformed, d => d.WriteDocument = _ => "{"u8.ToArray()),
        ConformanceCase.NotStored("document-empty", "3.1", "an empty body", Malformed, d => d.WriteDocument = _ => []),
        ConformanceCase.NotStored("document-extra-member", "3.1", "a document with a third member", Malformed, d => d.AfterSigning = j => j["extra"] = "x"),
        ConformanceCase.NotStored("document-flattened", "3.1", "a JWS in flattened JSON serialization", Malformed, d => d.WriteDocument = Flattened),
        ConformanceCase.NotStored("document-compact", "3.1", "a JWS in compact serialization", Malformed, d => d.WriteDocument = Compact),
        ConformanceCase.NotStored("signature-extra-member", "3.1", "a signature with a third member", Malformed, d => d.AfterSigning = j => First(j)["extra"] = "x"),
        ConformanceCase.NotStored("signatures-none", "3.2", "a document without any signature", NotGenuine, d => d.Signatures.Clear()),
        ConformanceCase.NotStored("base64url-padded", "3.3", "a right signature whose base64url is padded", Malformed, d => d.AfterSigning = j => First(j)["signature"] += "=="),
        ConformanceCase.NotStored("base64url-stray-bits", "3.3", "a right signature whose base64url has stray bits", Malformed, d => d.AfterSigning = StrayBits),
    ];

    private IEnumerable<ConformanceCase> Headers =>
    [
        ConformanceCase.NotStored("alg-none", "3.8", "alg none and an empty signature", NotGenuine, d => (d.Header["alg"], d.Signatures[0].Sign) = ("none", _ => [])),
        ConformanceCase.NotStored("alg-none-right-signature", "3.8", "alg none over a right signature", NotGenuine, d => d.Header["alg"] = "none"),
        ConformanceCase.NotStored("alg-unknown", "3.8", "alg RS256", Malformed, d => d.Header["alg"] = "RS256"),
        ConformanceCase.NotStored("alg-symmetric", "3.8", "alg HS256 with the public key as the secret", Either, (side, d) => Symmetric(d, side.Target.Key.Public)),
        ConformanceCase.NotStored("header-without-kid", "3.4", "a header without kid", Malformed, d => d.Header.Remove("kid")),
        ConformanceCase.NotStored("header-without-typ", "3.4", "a header without typ", Malformed, d => d.Header.Remove("typ")),
        ConformanceCase.NotStored("typ-receipt", "3.7", "a message signed as a receipt", Malformed, d => d.Header["typ"] = JwsTypes.Receipt),
        Extra("jwk", JsonNode.Parse(stranger.Public.PublicJwk)!),
        Extra("jku", "https://example.org/keys"),
        Extra("x5c", new JsonArray("AAAA")),
        Extra("x5u", "https://example.org/certificate"),
        Extra("crit", new JsonArray("exp")),
        Extra("exp", 1),
        ConformanceCase.NotStored("header-unprotected", "3.8", "a signature with an unprotected header", Malformed, d => d.AfterSigning = j => First(j)["header"] = new JsonObject { ["x"] = 1 }),
        ConformanceCase.NotStored("jwk-embedded", "3.8", "a message by a strange key that the header brings along", Either, d =>
        {
            d.Signatures[0] = new DraftSignature(stranger, JwsTypes.Message);
            d.Header["jwk"] = JsonNode.Parse(stranger.Public.PublicJwk);
        }),
    ];

    private IEnumerable<ConformanceCase> Signatures =>
    [
        ConformanceCase.NotStored("signature-altered", "3.9", "a signature with one bit changed", NotGenuine, d => d.Signatures[0].Sign = Altered(d.Signatures[0].Sign)),
        ConformanceCase.NotStored("payload-altered", "3.9", "a payload changed after it was signed", NotGenuine, d => d.AfterSigning = j => j["payload"] = Changed(d)),
        ConformanceCase.NotStored("key-unknown", "3.9", "a message by a key that is not pinned", NotGenuine, d => d.Signatures[0] = new DraftSignature(stranger, JwsTypes.Message)),
        ConformanceCase.NotStored("key-claimed", "3.9", "a signature by a strange key under the kid of the pinned key", NotGenuine, d => d.Signatures[0].Sign = input => stranger.Sign(input)),
        ConformanceCase.NotStored("second-signature-wrong", "3.10", "a right and a wrong signature by the pinned key", NotGenuine, (side, d) =>
        {
            var second = new DraftSignature(side.Target.Key, JwsTypes.Message);
            second.Sign = Altered(second.Sign);
            d.Signatures.Add(second);
        }),
        ConformanceCase.NotStored("five-signatures", "3.2", "five signatures, the first one right", Malformed, d =>
        {
            for (var i = 0; i < 4; i++) d.Signatures.Add(new DraftSignature(stranger, JwsTypes.Message));
        }),
        ConformanceCase.Recorded("second-signature-strange", "3.11", "a right signature and one by a key that is not pinned, as a witness's", side =>
        {
            var draft = side.NextTest();
            draft.Signatures.Add(new DraftSignature(stranger, JwsTypes.Message));
            return draft;
        }),
    ];

    private static ConformanceCase[] OfAlgorithm(ConformanceTarget target) => target.Key.Public.Algorithm switch
    {
        SignatureAlgorithm.Ed25519 =>
        [
            ConformanceCase.Recorded("alg-eddsa", "3.5", "a right signature under the older name EdDSA", side =>
            {
                var draft = side.NextTest();
                draft.Header["alg"] = "EdDSA";
                return draft;
            }),
            ConformanceCase.NotStored("alg-of-another-key", "3.10", "a right Ed25519 signature under alg ES256", Either, d => d.Header["alg"] = "ES256"),
        ],
        SignatureAlgorithm.Es256 => [ConformanceCase.NotStored("alg-of-another-key", "3.10", "a right ES256 signature under alg Ed25519", Either, d => d.Header["alg"] = "Ed25519")],
        _ => [],
    };

    private static ConformanceCase Extra(string name, JsonNode value) => ConformanceCase.NotStored(
        $"header-{name}", "3.8", $"a right signature whose header has {name}", Malformed, d => d.Header[name] = value.DeepClone());

    private static void Symmetric(Draft draft, VerificationKey key)
    {
        draft.Header["alg"] = "HS256";
        draft.Signatures[0].Sign = input => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.PublicJwk), input);
    }

    private static JsonObject First(JsonObject document) => document["signatures"]!.AsArray()[0]!.AsObject();

    private static Func<byte[], byte[]> Altered(Func<byte[], byte[]> sign) => input =>
    {
        var signature = sign(input);
        signature[signature.Length / 2] ^= 1;
        return signature;
    };

    private static string Changed(Draft draft)
    {
        var payload = draft.Payload.DeepClone().AsObject();
        payload["body"] = new JsonObject { ["text"] = "changed on the way" };
        return DraftText.Base64Url(DraftText.Canonical(payload));
    }

    // 64 bytes leave four bits of the last character unused; a lax reader takes any value of them.
    private static void StrayBits(JsonObject document)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var text = First(document)["signature"]!.GetValue<string>();
        First(document)["signature"] = text[..^1] + alphabet[alphabet.IndexOf(text[^1], StringComparison.Ordinal) | 1];
    }

    private static byte[] Flattened(JsonObject document) => DraftText.Plain(new JsonObject
    {
        ["payload"] = document["payload"]!.DeepClone(),
        ["protected"] = First(document)["protected"]!.DeepClone(),
        ["signature"] = First(document)["signature"]!.DeepClone(),
    });

    private static byte[] Compact(JsonObject document) =>
        Encoding.ASCII.GetBytes($"{First(document)["protected"]}.{document["payload"]}.{First(document)["signature"]}");
}
