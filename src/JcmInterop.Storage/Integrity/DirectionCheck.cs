using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Integrity.SignedPayload;

namespace JcmInterop.Storage.Integrity;

/// <summary>Follows one direction of messages from its first message on.</summary>
internal sealed class DirectionCheck(BilateralRegistryId registry, MessageDirection direction)
{
    public DirectionHead Head { get; private set; }

    public IEnumerable<IntegrityFinding> Next(
        long sequence, Guid id, Digest hash, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? receipt, bool mustHaveReceipt)
    {
        var before = Head;
        Head = new DirectionHead(sequence, hash);
        if (sequence != before.Sequence + 1)
            yield return Chain(before.Sequence + 1, "The message is missing, though later ones were recorded.", "メッセージが欠けています。");
        if (Payload(bytes, JwsTypes.Message, out var payloadHash) is not { } payload)
            yield return Chain(sequence, "The bytes are not a signed message.", "署名付きメッセージではありません。");
        else
        {
            if (payloadHash != hash) yield return Chain(sequence, "The message was altered: its hash does not fit its bytes.", "メッセージが改変されています。");
            if (Text(payload, "id") != id.ToString("D") || Text(payload, "registry") != registry.ToString() || Number(payload, "sequence") != sequence)
                yield return Chain(sequence, "The message is kept under another id, registry or number than it carries.", "記録と内容の識別情報が一致しません。");
            if (sequence == before.Sequence + 1 && Text(payload, "previous") != (before.Hash.IsNone ? "" : before.Hash.ToBase64Url()))
                yield return Chain(sequence, "The message does not name the hash of the message before it.", "直前のメッセージのハッシュと一致しません。");
        }
        if (receipt is { } answered)
        {
            if (!Answers(answered, id, hash)) yield return Receipt(sequence, "The receipt is not for this message.", "受領証がこのメッセージのものではありません。");
        }
        else if (mustHaveReceipt)
        {
            yield return Receipt(sequence, "The receipt is missing.", "受領証がありません。");
        }
    }

    public IEnumerable<IntegrityFinding> End(DirectionHead recorded)
    {
        if (Head.Sequence < recorded.Sequence)
            yield return Chain(Head.Sequence + 1, "The message is missing, though the head of its direction was recorded.", "メッセージが欠けています。");
        else if (Head.Hash != recorded.Hash)
            yield return Chain(recorded.Sequence, "The recorded head of the direction is not the hash of its last message.", "記録された先頭ハッシュが最後のメッセージと一致しません。");
    }

    private static bool Answers(ReadOnlyMemory<byte> receipt, Guid id, Digest hash) =>
        Payload(receipt, JwsTypes.Receipt, out _) is { } said && Text(said, "messageHash") == hash.ToBase64Url() && Text(said, "messageId") == id.ToString("D");

    private IntegrityFinding Chain(long sequence, string english, string japanese) => At(IntegrityCheck.MessageChain, sequence, english, japanese);

    private IntegrityFinding Receipt(long sequence, string english, string japanese) => At(IntegrityCheck.Receipts, sequence, english, japanese);

    private IntegrityFinding At(IntegrityCheck check, long sequence, string english, string japanese) =>
        new(registry, check, $"{(direction == MessageDirection.Incoming ? "incoming" : "outgoing")} message {sequence}", english, japanese);
}
