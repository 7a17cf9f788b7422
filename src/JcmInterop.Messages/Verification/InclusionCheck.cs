using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Verification;

/// <summary>Checks that a row of a journal is in the log of a checkpoint, and that it names a message, or its receipt, as they are in the file.</summary>
internal static class InclusionCheck
{
    public static Finding Of(string part, EvidenceInclusion inclusion, SignedMessage message, ReadOnlyMemory<byte>? receipt, Checkpoint checkpoint)
    {
        var leaf = MerkleHash.Leaf(Digest.Of(inclusion.Row.Span));
        if (!MerkleProofs.IsIncluded(inclusion.Index, checkpoint.TreeSize, leaf, inclusion.Path, checkpoint.Root))
            return Finding.Failed(part, $"The proof does not lead to the root that {checkpoint.Party} signed.", $"証明が {checkpoint.Party} の署名したルートに一致しません。");
        if (LogRow.Read(inclusion.Row) is not { } row || row.Registry != checkpoint.Registry || row.Position != inclusion.Index + 1
            || MessageRow.Read(row.Kind, row.Payload, out _) is not { } named)
            return Finding.Failed(part, "The row of the journal is not one that names a message at this place.", "台帳記録のこの行は、この位置のメッセージを示す行ではありません。");
        return Contradiction(part, named, message, receipt, checkpoint) ?? Genuine(part, named, row, message, checkpoint);
    }

    private static Finding? Contradiction(string part, MessageRow row, SignedMessage message, ReadOnlyMemory<byte>? receipt, Checkpoint checkpoint)
    {
        var envelope = message.Envelope;
        if (row.Message != message.Hash || row.From != envelope.From || row.Sequence != envelope.Sequence || (row.Type is { } type && type != envelope.Type))
            return Finding.Failed(part, "The row of the journal is about another message.", "台帳記録のこの行は別のメッセージのものです。");
        if (checkpoint.Party != (row.Kind == MessageRowKind.Received ? envelope.To : envelope.From))
            return Finding.Failed(part, $"A row of this kind cannot be in the journal of {checkpoint.Party}.", $"この種類の行が {checkpoint.Party} の台帳記録にあるはずがありません。");
        if (row.Kind == MessageRowKind.Sent) return null;
        return receipt is { } bytes && Jws.TryRead(bytes, JwsTypes.Receipt, out var jws, out _) && jws!.PayloadHash == row.Receipt
            && ReceiptExchange.Read(jws.Payload, out _)?.Outcome == row.Outcome
            ? null
            : Finding.Failed(part, "The row of the journal names another receipt than the one in the file.", "台帳記録のこの行は、ファイルにある受領証とは別の受領証を示しています。");
    }

    private static Finding Genuine(string part, MessageRow named, LogRow row, SignedMessage message, Checkpoint checkpoint)
    {
        var (english, japanese) = named.Kind switch
        {
            MessageRowKind.Sent => ("sent", "送信"),
            MessageRowKind.Received => ("received and receipted", "受領し受領証を発行"),
            _ => ("receipted by the partner", "相手方の受領証を受領"),
        };
        var at = WireInstant.Format(row.RecordedAt);
        var (number, from) = (message.Envelope.Sequence, message.Envelope.From);
        return new Finding(
            part,
            FindingOutcome.Genuine,
            $"The journal of {checkpoint.Party} holds message {number} of {from} as {english} at {at}: row {row.Position} of {checkpoint.TreeSize}.",
            $"{checkpoint.Party} の台帳記録 {checkpoint.TreeSize} 行中の {row.Position} 行目に、{from} の {number} 番のメッセージが記録されています({at} {japanese})。",
            checkpoint.Party,
            At: row.RecordedAt);
    }
}
