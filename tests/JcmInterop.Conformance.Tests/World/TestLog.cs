using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>The log of an endpoint in memory, and the proofs it hands out.</summary>
internal sealed class TestLog(EndpointBehaviour behaviour, PartyCode party, BilateralRegistryId registry, SigningKey key)
{
    private readonly Lock writing = new();
    private readonly MerkleTree tree = new();
    private readonly List<(Guid Id, Digest Message, byte[] Row)> rows = [];
    private Digest last;

    public void Sent(SignedMessage message) => Append(message, MessageRow.Sent(message));

    public void Received(SignedMessage message, Receipt receipt, byte[] signed) => Append(
        message, MessageRow.Received(message.Envelope.From, message.Envelope.Sequence, message.Hash, message.Envelope.Type, MessageRow.ReceiptHash(signed), receipt.Outcome));

    public void Receipted(SignedMessage message, SignedReceipt receipt) => Append(
        message, MessageRow.ReceiptReceived(message.Envelope.From, message.Envelope.Sequence, message.Hash, MessageRow.ReceiptHash(receipt.Bytes), receipt.Receipt.Outcome));

    /// <summary>The rows that name a message, proven; nothing where there is none.</summary>
    public byte[]? Proof(string id, string hash)
    {
        lock (writing)
        {
            var found = rows.FindAll(row => row.Id.ToString("D") == id && (!behaviour.AsksForHash || row.Message.ToBase64Url() == hash));
            if (found.Count == 0) return null;
            var checkpoint = SignedCheckpoint.Sign(new Checkpoint(party, registry, tree.Size, tree.Root(tree.Size), WireInstant.Truncate(TimeProvider.System.GetUtcNow())), key);
            return new ProofAnswer(checkpoint.Bytes, [.. found.Select(row => behaviour.ChangeProof(new ProofRow(rows.IndexOf(row), row.Row, tree.Inclusion(rows.IndexOf(row), tree.Size))))]).ToBytes();
        }
    }

    private void Append(SignedMessage message, MessageRow named)
    {
        lock (writing)
        {
            var row = new LogRow(last, registry, rows.Count + 1, WireInstant.Truncate(TimeProvider.System.GetUtcNow()), named.KindText, named.Write()).ToBytes();
            last = Digest.Of(row);
            tree.AppendLeaf(MerkleHash.Leaf(last));
            rows.Add((message.Envelope.Id, message.Hash, row));
        }
    }
}
