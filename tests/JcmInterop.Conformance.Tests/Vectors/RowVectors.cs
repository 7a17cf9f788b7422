using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Rows of Thailand's and Japan's logs that name one message of Japan's and its receipt, each in a log of one row with its checkpoint: which of them prove what they say.</summary>
internal static class RowVectors
{
    private static readonly SealedDraft Draft = VectorWorld.Side("proven", DirectionHead.None).NextTest("proven").Seal();
    private static readonly SignedMessage Message = Verified();
    private static readonly SignedReceipt Receipt = ReceiptExchange.Sign(Messages.Receipts.Receipt.For(Message, VectorWorld.Now), VectorWorld.ThailandKey);

    public static JsonObject File() => new()
    {
        ["message"] = Encoding.ASCII.GetString(Draft.Bytes),
        ["receipt"] = Encoding.ASCII.GetString(Receipt.Bytes.Span),
        ["cases"] = new JsonArray([.. Cases()]),
    };

    private static IEnumerable<JsonNode> Cases()
    {
        var received = MessageRow.Received(Message, Receipt);
        var other = MessageRow.Received(PartyCode.Japan, 1, Digest.Of("another"u8), "test", MessageRow.ReceiptHash(Receipt.Bytes), ReceiptOutcome.Recorded);
        yield return Case("received", "14.5", "accepted", VectorWorld.Thailand, Row(received));
        yield return Case("sent", "14.4", "accepted", PartyCode.Japan, Row(MessageRow.Sent(Message)));
        yield return Case("receipt-received", "14.6", "accepted", PartyCode.Japan, Row(MessageRow.ReceiptReceived(PartyCode.Japan, 1, Message.Hash, MessageRow.ReceiptHash(Receipt.Bytes), ReceiptOutcome.Recorded)));
        yield return Case("received-at-sender", "14.22", "refused", PartyCode.Japan, Row(received));
        yield return Case("sent-at-receiver", "14.22", "refused", VectorWorld.Thailand, Row(MessageRow.Sent(Message)));
        yield return Case("another-message", "14.22", "refused", VectorWorld.Thailand, Row(other));
        yield return Case("another-receipt", "14.22", "refused", VectorWorld.Thailand, Row(MessageRow.Received(PartyCode.Japan, 1, Message.Hash, "test", Digest.Of("another"u8), ReceiptOutcome.Recorded)));
        yield return Case("another-outcome", "14.22", "refused", VectorWorld.Thailand, Row(MessageRow.Received(PartyCode.Japan, 1, Message.Hash, "test", MessageRow.ReceiptHash(Receipt.Bytes), ReceiptOutcome.Refused)));
        yield return Case("another-type", "14.22", "refused", VectorWorld.Thailand, Row(MessageRow.Received(PartyCode.Japan, 1, Message.Hash, "hello", MessageRow.ReceiptHash(Receipt.Bytes), ReceiptOutcome.Recorded)));
        yield return Case("another-position", "14.22", "refused", VectorWorld.Thailand, Row(received, position: 2));
        yield return Case("another-registry", "14.22", "refused", VectorWorld.Thailand, Row(received, registry: new BilateralRegistryId(PartyCode.Japan, new PartyCode("MNG"))));
        yield return Case("another-kind", "14.3", "refused", VectorWorld.Thailand, Row(received, kind: "account-opened"));
        yield return Case("not-canonical", "14.3", "refused", VectorWorld.Thailand, Row(received, payload: [.. " "u8, .. received.Write()]));
        yield return Case("another-layout", "14.1", "refused", VectorWorld.Thailand, [.. "JCMJ\u0002"u8, .. Row(received)[5..]]);
        yield return Case("cut-short", "14.1", "refused", VectorWorld.Thailand, Row(received)[..^1]);
        yield return Case("longer", "14.1", "refused", VectorWorld.Thailand, [.. Row(received), 0]);
    }

    private static JsonObject Case(string id, string clause, string expected, PartyCode party, byte[] row)
    {
        var key = party == PartyCode.Japan ? VectorWorld.Japan : VectorWorld.ThailandKey;
        var leaf = MerkleHash.Leaf(Digest.Of(row));
        var checkpoint = SignedCheckpoint.Sign(new Checkpoint(party, VectorWorld.Route.Registry, 1, leaf, VectorWorld.Now), key);
        return new JsonObject
        {
            ["id"] = id, ["clause"] = clause, ["checkpoint"] = JsonNode.Parse(checkpoint.Bytes.Span), ["index"] = 0, ["row"] = Base64Url.EncodeToString(row), ["path"] = new JsonArray(), ["expected"] = expected,
        };
    }

    private static byte[] Row(MessageRow named, long position = 1, BilateralRegistryId? registry = null, string? kind = null, byte[]? payload = null) => new LogRow(
        default, registry ?? VectorWorld.Route.Registry, position, WireInstant.Truncate(VectorWorld.Now), kind ?? named.KindText, payload ?? named.Write()).ToBytes();

    private static SignedMessage Verified() => IncomingMessages.TryVerify(Draft.Bytes, VectorWorld.Route, VectorWorld.JapanRing, VectorWorld.Now, out var message, out var fault)
        ? message!
        : throw new InvalidOperationException($"{fault}");
}
