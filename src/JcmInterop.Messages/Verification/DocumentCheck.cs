using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Verification;

/// <summary>Checks one signed document against the keys of the Party it says it is by, valid at the time it says it was signed.</summary>
internal static class DocumentCheck
{
    public static (Finding Finding, SignedMessage? Message) Message(string part, ReadOnlyMemory<byte> bytes, KeySet keys)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Message, out var jws, out var fault) || EnvelopeReader.Read(jws!.Payload, out fault) is not { } envelope)
            return (Finding.Failed(part, fault!), null);
        if (!envelope.Registry.Includes(envelope.From) || envelope.To != envelope.Registry.CounterpartOf(envelope.From))
            return (Finding.Failed(part, WireRules.Fault(WireFaultKind.WrongRegistry, "/registry", envelope.Registry, $"{envelope.From}, {envelope.To}")), null);
        fault = keys.Of(envelope.From).Verify(jws, envelope.SentAt, out var key);
        if (fault is not null) return (Finding.Failed(part, fault), null);
        var at = WireInstant.Format(envelope.SentAt);
        var finding = new Finding(
            part,
            FindingOutcome.Genuine,
            $"{envelope.Type}, message {envelope.Sequence} from {envelope.From} to {envelope.To} in {envelope.Registry}, signed by {envelope.From} at {at}.",
            $"{envelope.Registry} における {envelope.From} から {envelope.To} への {envelope.Sequence} 番のメッセージ({envelope.Type})。{envelope.From} が {at} に署名しました。",
            envelope.From,
            key!.KeyId,
            envelope.SentAt);
        return (finding, new SignedMessage(bytes, envelope, jws.PayloadHash, key.KeyId));
    }

    /// <param name="part">Where the receipt stands in the file.</param>
    /// <param name="bytes">The receipt.</param>
    /// <param name="keys">The keys to rely on.</param>
    /// <param name="message">The message it must be for; nothing when it stands alone.</param>
    public static Finding Receipt(string part, ReadOnlyMemory<byte> bytes, KeySet keys, SignedMessage? message)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Receipt, out var jws, out var fault) || ReceiptExchange.Read(jws!.Payload, out fault) is not { } receipt)
            return Finding.Failed(part, fault!);
        fault = keys.Of(receipt.From).Verify(jws, receipt.ReceivedAt, out var key) ?? (message is null ? null : ReceiptExchange.Mismatch(receipt, message));
        if (fault is not null) return Finding.Failed(part, fault);
        var at = WireInstant.Format(receipt.ReceivedAt);
        var isRecorded = receipt.Outcome == ReceiptOutcome.Recorded;
        return new Finding(
            part,
            FindingOutcome.Genuine,
            $"{receipt.From} confirms that it received message {receipt.Sequence} of {receipt.To} at {at} and {(isRecorded ? "recorded it" : $"refused it: {receipt.Refusal!.English}")}",
            $"{receipt.From} は {receipt.To} の {receipt.Sequence} 番のメッセージを {at} に受領し、{(isRecorded ? "記録したこと" : $"拒否したこと({receipt.Refusal!.Japanese})")}を確認しています。",
            receipt.From,
            key!.KeyId,
            receipt.ReceivedAt);
    }

    public static (IReadOnlyList<Finding> Findings, Checkpoint? Checkpoint) Checkpoint(string part, ReadOnlyMemory<byte> bytes, KeySet keys)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Checkpoint, out var jws, out var fault) || SignedCheckpoint.Read(jws!.Payload, out fault) is not { } checkpoint)
            return ([Finding.Failed(part, fault!)], null);
        fault = keys.Of(checkpoint.Party).Verify(jws, checkpoint.At, out var key);
        if (fault is not null) return ([Finding.Failed(part, fault)], null);
        var at = WireInstant.Format(checkpoint.At);
        var own = new Finding(
            part,
            FindingOutcome.Genuine,
            $"{checkpoint.Party} states that its journal of {checkpoint.Registry} had {checkpoint.TreeSize} rows at {at}.",
            $"{checkpoint.Party} は、{checkpoint.Registry} の台帳記録が {at} の時点で {checkpoint.TreeSize} 行であることを示しています。",
            checkpoint.Party,
            key!.KeyId,
            checkpoint.At);
        return ([own, .. Witness(part, jws, checkpoint, keys)], checkpoint);
    }

    public static Finding Certificate(string part, ReadOnlyMemory<byte> bytes, KeySet keys)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Certificate, out var jws, out var fault)) return Finding.Failed(part, fault!);
        if (CanonicalJson.Check(jws!.Payload.Span, JsonBounds.Wire) is { } json) return Finding.Failed(part, WireRules.Fault(WireFaultKind.NotCanonical, json));
        using var payload = JsonDocument.Parse(jws.Payload);
        var party = Text(payload.RootElement, "party");
        if (!PartyCode.IsValid(party) || !WireInstant.TryParse(Text(payload.RootElement, "issuedAt"), out var issuedAt))
            return Finding.Failed(part, WireRules.Fault(WireFaultKind.MalformedDocument, "/party", "a certificate names its issuer in 'party' and its time in 'issuedAt'."));
        var issuer = new PartyCode(party!);
        fault = keys.Of(issuer).Verify(jws, issuedAt, out var key);
        return fault is not null
            ? Finding.Failed(part, fault)
            : new Finding(
                part,
                FindingOutcome.Genuine,
                $"Certificate issued by {issuer} at {WireInstant.Format(issuedAt)}.",
                $"{issuer} が {WireInstant.Format(issuedAt)} に発行した証明書です。",
                issuer,
                key!.KeyId,
                issuedAt);
    }

    private static IEnumerable<Finding> Witness(string part, Jws jws, Checkpoint checkpoint, KeySet keys)
    {
        var own = keys.Of(checkpoint.Party);
        var witness = keys.Of(checkpoint.Registry.CounterpartOf(checkpoint.Party));
        foreach (var signature in jws.Signatures.Where(signature => own.Find(signature.KeyId) is null))
        {
            if (witness.Find(signature.KeyId) is not { Key: var key })
            {
                yield return new Finding(
                    part,
                    FindingOutcome.Unchecked,
                    $"There is one more signature, by the key {signature.KeyId}, which is not among the keys given.",
                    $"このほかに鍵 {signature.KeyId} による署名がありますが、与えられた鍵には含まれていません。");
            }
            else if (jws.IsGenuine(signature, key))
            {
                yield return new Finding(
                    part,
                    FindingOutcome.Genuine,
                    $"{witness.Party} has witnessed this statement with its own signature.",
                    $"{witness.Party} は立会人としてこの記載に署名しています。",
                    witness.Party,
                    key.KeyId);
            }
            else
            {
                yield return Finding.Failed(part, WireRules.Fault(WireFaultKind.WrongSignature, "/signatures", key.KeyId));
            }
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
