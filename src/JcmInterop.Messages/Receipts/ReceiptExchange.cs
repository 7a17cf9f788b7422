using System.Buffers;
using System.Text.Json;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Receipts;

/// <summary>Signs the receipts this node gives and verifies those it gets.</summary>
public static class ReceiptExchange
{
    private static readonly string[] Names =
        ["protocol", "messageId", "messageHash", "from", "to", "registry", "sequence", "receivedAt", "outcome", "refusal"];

    private static readonly string[] RefusalNames = ["rule", "english", "japanese", "citation", "remedyEnglish", "remedyJapanese"];

    /// <summary>Signs a receipt. It is signed once and kept; the same message is answered with the same bytes again.</summary>
    /// <exception cref="ArgumentException">The outcome and the refusal do not agree.</exception>
    public static SignedReceipt Sign(Receipt receipt, params IReadOnlyList<SigningKey> keys)
    {
        if ((receipt.Refusal is null) != (receipt.Outcome == ReceiptOutcome.Recorded))
            throw new ArgumentException("A refused message has a refusal in its receipt, and a recorded one has none.", nameof(receipt));
        return new SignedReceipt(Jws.Sign(Write(receipt), JwsTypes.Receipt, keys), receipt, keys[0].Public.KeyId);
    }

    /// <summary>Reads a receipt and verifies that it is the partner's, for exactly the message sent.</summary>
    /// <param name="bytes">The bytes that arrived.</param>
    /// <param name="message">The message it answers.</param>
    /// <param name="keys">The keys pinned for the partner; the one that signed must have been valid when the receipt was given.</param>
    /// <param name="now">The time here.</param>
    /// <param name="receipt">The receipt, genuine.</param>
    /// <param name="fault">Why it is not accepted; the message then counts as not delivered.</param>
    public static bool TryVerify(
        ReadOnlyMemory<byte> bytes, SignedMessage message, PartnerKeyRing keys, DateTimeOffset now, out SignedReceipt? receipt, out WireFault? fault)
    {
        receipt = null;
        if (!Jws.TryRead(bytes, JwsTypes.Receipt, out var jws, out fault) || Read(jws!.Payload, out fault) is not { } read) return false;
        // A receipt given again after a rotation of keys is still signed with the key of its own time. A partner whose clock ran ahead has
        // the message all the same: its receipt is kept, with a key that is valid by the clock here.
        fault = keys.Verify(jws, read.ReceivedAt > now ? now : read.ReceivedAt, out var signedWith) ?? Mismatch(read, message);
        if (fault is null) receipt = new SignedReceipt(jws.Bytes, read, signedWith!.KeyId);
        return fault is null;
    }

    /// <summary>The first member in which a receipt is not for a message; nothing when it is.</summary>
    public static WireFault? Mismatch(Receipt receipt, SignedMessage message)
    {
        var expected = Receipt.For(message, receipt.ReceivedAt, receipt.Refusal);
        if (receipt == expected) return null;
        var (name, actual, wanted) = receipt switch
        {
            _ when receipt.MessageHash != expected.MessageHash => ("messageHash", receipt.MessageHash.ToBase64Url(), expected.MessageHash.ToBase64Url()),
            _ when receipt.MessageId != expected.MessageId => ("messageId", receipt.MessageId.ToString(), expected.MessageId.ToString()),
            _ when receipt.Sequence != expected.Sequence => ("sequence", $"{receipt.Sequence}", $"{expected.Sequence}"),
            _ when receipt.Registry != expected.Registry => ("registry", $"{receipt.Registry}", $"{expected.Registry}"),
            _ when receipt.From != expected.From => ("from", $"{receipt.From}", $"{expected.From}"),
            _ => ("to", $"{receipt.To}", $"{expected.To}"),
        };
        return WireRules.Fault(WireFaultKind.ReceiptMismatch, "/" + name, name, actual, wanted);
    }

    /// <summary>Reads the payload of a receipt; says nothing about who signed it.</summary>
    internal static Receipt? Read(ReadOnlyMemory<byte> payload, out WireFault? fault)
    {
        if (DocumentReader.Read(payload, Names, out fault) is not { } document) return null;
        var outcome = Outcome(document);
        var refusal = document.ObjectOrNull("refusal") is { } json ? ReadRefusal(document, json) : null;
        var receipt = new Receipt(
            document.MessageId("messageId"),
            document.Hash("messageHash"),
            document.Party("from"),
            document.Party("to"),
            document.Registry("registry"),
            document.Count("sequence", least: 1),
            document.Instant("receivedAt"),
            outcome,
            refusal);
        if ((refusal is null) != (outcome == ReceiptOutcome.Recorded)) document.Wrong("refusal", "does not agree with the outcome", 0);
        fault = document.Fault;
        return fault is null ? receipt : null;
    }

    /// <summary>Reads the member that says what became of a message.</summary>
    internal static ReceiptOutcome Outcome(DocumentReader document) => document.Text("outcome") switch
    {
        "recorded" => ReceiptOutcome.Recorded,
        "refused" => ReceiptOutcome.Refused,
        var other => document.Wrong("outcome", $"is neither recorded nor refused: '{other}'", ReceiptOutcome.Refused),
    };

    private static Refusal? ReadRefusal(DocumentReader document, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty) return null;
        if (document.Inner("refusal", json, RefusalNames) is not { } refusal) return null;
        var read = new Refusal(
            (int)refusal.Count("rule", least: 1, most: int.MaxValue),
            refusal.Text("english"),
            refusal.Text("japanese"),
            refusal.Text("citation"),
            refusal.Text("remedyEnglish"),
            refusal.Text("remedyJapanese"));
        if (refusal.Fault is { } fault) document.Wrong("refusal", $"is malformed: {fault.English}", 0);
        return read;
    }

    private static byte[] Write(Receipt receipt)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("protocol", PartnerEnvelope.ProtocolVersion);
            json.WriteString("messageId", receipt.MessageId);
            json.WriteString("messageHash", receipt.MessageHash.ToBase64Url());
            json.WriteString("from", receipt.From.Code);
            json.WriteString("to", receipt.To.Code);
            json.WriteString("registry", receipt.Registry.ToString());
            json.WriteNumber("sequence", receipt.Sequence);
            json.WriteString("receivedAt", WireInstant.Format(receipt.ReceivedAt));
            json.WriteString("outcome", receipt.Outcome == ReceiptOutcome.Recorded ? "recorded" : "refused");
            json.WritePropertyName("refusal");
            Write(json, receipt.Refusal);
            json.WriteEndObject();
        }

        return CanonicalJson.Write(output.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Refusal? refusal)
    {
        if (refusal is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("rule", refusal.Rule);
        json.WriteString("english", refusal.English);
        json.WriteString("japanese", refusal.Japanese);
        json.WriteString("citation", refusal.Citation);
        json.WriteString("remedyEnglish", refusal.RemedyEnglish);
        json.WriteString("remedyJapanese", refusal.RemedyJapanese);
        json.WriteEndObject();
    }
}
