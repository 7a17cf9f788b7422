using System.Buffers.Binary;
using System.Text;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Schemas;
using JcmInterop.Messages.Tests.Verification;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>Everything that reads partner bytes.</summary>
internal static class FuzzTargets
{
    private const int HashBytes = 32;

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("canonical", Canonical, () => [.. Payloads(), "[1e21,-0.5,\"\\u20ac\",{\"b\":null,\"a\":true}]"u8.ToArray()]),
        new("signed-document", bytes => Jws.TryRead(bytes, out _, out _), Documents),
        new("message", bytes => IncomingMessages.TryVerify(bytes, Envelope.TestMessages.FromThailand, TestKeys.ThailandRing, TestKeys.Noon.AddHours(1), out _, out _), Documents),
        new("receipt", bytes => ReceiptExchange.TryVerify(bytes, TestEvidence.Acceptance, TestKeys.ThailandRing, TestKeys.Noon.AddHours(1), out _, out _), Documents),
        new("checkpoint", bytes => SignedCheckpoint.TryVerify(bytes, TestKeys.ThailandRing, TestKeys.Noon.AddHours(1), out _, out _), Documents),
        new("message-payload", MessagePayload, Messages),
        new("receipt-payload", bytes => ReceiptExchange.Read(Settled(bytes), out _), Payloads),
        new("checkpoint-payload", bytes => SignedCheckpoint.Read(Settled(bytes), out _), Payloads),
        new("evidence", bytes => OfflineVerifier.Verify(bytes, TestEvidence.Keys), () => [TestEvidence.File().ToBytes(), .. Documents()]),
        new("key", Key, () => [.. Keys().Select(k => Encoding.UTF8.GetBytes(k.PublicJwk))]),
        new("key-set", KeySetText, () => [TestEvidence.Keys.ToJwks()]),
        new("texts", Texts, () => ["JPN-1-76"u8.ToArray(), "JPN-THA"u8.ToArray(), "CA9999-THA01-THA-1-2021"u8.ToArray(), "2026-01-02T03:04:05.678Z"u8.ToArray(), "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"u8.ToArray()]),
        new("log-row", Row, () => [new LogRow(Digest.Of([]), Envelope.TestMessages.FromThailand.Registry, 7, TestKeys.Noon, "test-sent", "{}"u8.ToArray()).ToBytes()]),
        new("proofs", Proofs, () => [new byte[16], [0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 5, .. new byte[HashBytes * 4]]]),
    ];

    public static FuzzTarget Named(string name) => All.Single(t => t.Name == name);

    private static void Canonical(byte[] bytes)
    {
        if (!CanonicalJson.TryWrite(bytes, JsonBounds.Wire, out var canonical, out var fault))
        {
            fault.ShouldNotBeNull();
            return;
        }

        CanonicalJson.Check(canonical, JsonBounds.Wire).ShouldBeNull();
        CanonicalJson.Write(canonical).ShouldBe(canonical);
    }

    /// <summary>The whole way of a genuine message: envelope, body, and the decision of both sides.</summary>
    private static void MessagePayload(byte[] bytes)
    {
        if (EnvelopeReader.Read(Settled(bytes), out var fault) is not { } envelope)
        {
            fault.ShouldNotBeNull();
            return;
        }

        if (!MessageBodies.TryRead(envelope, out var body, out fault))
        {
            fault.ShouldNotBeNull();
            return;
        }

        foreach (var (state, settings) in FuzzLedger.Sides)
        {
            if (RegistryLedger.Receive(state, settings, body!, FuzzLedger.Now) is Outcome.Accepted accepted) LedgerLaws.Check(accepted.After).ShouldBeEmpty();
        }
    }

    /// <summary>The canonical form where there is one, so that changed inputs come further than the check of the form, which has a target of its own.</summary>
    private static byte[] Settled(byte[] bytes) => CanonicalJson.TryWrite(bytes, JsonBounds.Wire, out var canonical, out _) ? canonical : bytes;

    private static void Key(byte[] bytes)
    {
        try
        {
            VerificationKey.FromJwk(bytes).Verifies(bytes, bytes).ShouldBeFalse();
        }
        catch (FormatException refused)
        {
            refused.Message.ShouldNotBeNullOrEmpty();
        }
    }

    private static void KeySetText(byte[] bytes)
    {
        try
        {
            KeySet.Read(KeySet.Read(bytes).ToJwks()).Rings.ShouldNotBeNull();
        }
        catch (FormatException refused)
        {
            refused.Message.ShouldNotBeNullOrEmpty();
        }
    }

    private static void Texts(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (AccountNumber.TryParse(text, out var account)) account.ToString().ShouldBe(text);
        if (BilateralRegistryId.TryParse(text, out var registry)) registry.ToString().ShouldBe(text);
        if (ItmoId.TryParse(text, out var itmo)) itmo!.ToString().ShouldBe(text);
        if (WireInstant.TryParse(text, out var instant)) WireInstant.Format(instant).ShouldBe(text);
        if (Digest.TryParse(text, out var digest)) digest.ToBase64Url().ShouldBe(text);
        if (bytes.Length > 18) SerialRange.Fault(text[(text.Length / 2)..], BitConverter.ToInt64(bytes), BitConverter.ToInt64(bytes, 8), text[..(text.Length / 2)]);
    }

    private static void Row(byte[] bytes)
    {
        if (LogRow.Read(bytes) is { } row) row.ToBytes().ShouldBe(bytes);
    }

    private static void Proofs(byte[] bytes)
    {
        if (bytes.Length < 16) return;
        var (one, other) = (BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(8)));
        List<Digest> path = [.. bytes.Skip(16).Chunk(HashBytes).Where(c => c.Length == HashBytes).Take(MerkleProofs.HashesMax).Select(c => Digest.Of(c))];
        var root = path.Count > 0 ? path[^1] : default;
        MerkleProofs.IsIncluded(one, other, Digest.Of(bytes), path, root);
        MerkleProofs.IsConsistent(one, other, root, path.Count > 0 ? path[0] : default, path);
    }

    private static IEnumerable<VerificationKey> Keys() => [TestKeys.ThailandKey.Public, TestKeys.ThailandP256.Public, TestKeys.ThailandMlDsa.Public];

    private static IEnumerable<byte[]> Documents() =>
        [TestEvidence.Proposal.Bytes.ToArray(), TestEvidence.Receipt(TestEvidence.Acceptance, TestKeys.ThailandKey).ToArray(),
            SignedCheckpoint.Sign(new Checkpoint(TestKeys.Thailand, Envelope.TestMessages.FromThailand.Registry, 7, Digest.Of([]), TestKeys.Noon), TestKeys.ThailandKey).Bytes.ToArray(),
            Jws.Sign("{}"u8, JwsTypes.Message, TestKeys.ThailandP256, TestKeys.ThailandKey)];

    private static IEnumerable<byte[]> Payloads() => DocumentSamples.Names.Select(name => DocumentSamples.Payload(name).ToArray());

    private static IEnumerable<byte[]> Messages() => FuzzLedger.Said.Select((body, i) => EnvelopeWriter.Write(new PartnerEnvelope(
        Envelope.TestMessages.Id(i + 1), TestKeys.Thailand, PartyCode.Japan, Envelope.TestMessages.FromThailand.Registry, 1, default, TestKeys.Noon, MessageBodies.TypeOf(body), MessageBodies.Write(body))).ToArray());
}
