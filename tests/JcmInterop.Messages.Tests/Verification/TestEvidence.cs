using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Envelope;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Tests.Verification;

/// <summary>The evidence of a transfer from Thailand to Japan: proposal, acceptance and completion, with a proof in Japan's journal.</summary>
internal static class TestEvidence
{
    public const string Transfer = "019d4a00-0000-7000-8000-00000000abcd";

    public static readonly KeySet Keys = new(
        TestKeys.ThailandRing, new PartnerKeyRing(PartyCode.Japan, new PinnedKey(TestKeys.Japan.Public, TestKeys.Noon.AddYears(-1))));

    public static readonly SignedMessage Proposal = Message(TestMessages.FromThailand, DirectionHead.None, 1, "transfer-proposal", TestKeys.ThailandKey);

    public static readonly SignedMessage Acceptance = Message(TestMessages.FromThailand.Reverse(), DirectionHead.None, 2, "transfer-acceptance", TestKeys.Japan);

    public static readonly SignedMessage Completion = Message(TestMessages.FromThailand, Proposal.Head, 3, "transfer-completion", TestKeys.ThailandKey);

    public static EvidenceFile File()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < 5; i++) tree.AppendLeaf(MerkleHash.Leaf(Digest.Of(Row(i))));
        var checkpoint = SignedCheckpoint.Sign(new Checkpoint(PartyCode.Japan, TestMessages.FromThailand.Registry, 5, tree.Root(5), TestKeys.Noon.AddHours(1)), TestKeys.Japan);
        return new EvidenceFile(
            TestMessages.FromThailand.Registry,
            Transfer,
            [
                new EvidenceExchange(Proposal.Bytes, Receipt(Proposal, TestKeys.Japan)),
                new EvidenceExchange(Acceptance.Bytes, Receipt(Acceptance, TestKeys.ThailandKey)),
                new EvidenceExchange(Completion.Bytes, Receipt(Completion, TestKeys.Japan)),
            ],
            Keys,
            [checkpoint.Cosign(TestKeys.ThailandKey).Bytes],
            [new EvidenceInclusion(2, 0, 3, Row(3), tree.Inclusion(3, 5))]);
    }

    public static ReadOnlyMemory<byte> Receipt(SignedMessage message, SigningKey key) =>
        ReceiptExchange.Sign(JcmInterop.Messages.Receipts.Receipt.For(message, message.Envelope.SentAt.AddSeconds(1)), key).Bytes;

    private static SignedMessage Message(MessageRoute route, DirectionHead head, int number, string type, SigningKey key) => OutgoingMessages.Compose(
        route, head, TestMessages.Id(number), TestKeys.Noon.AddMinutes(number), type, Encoding.UTF8.GetBytes($$"""{"transfers":[{"id":"{{Transfer}}"}]}"""), key);

    private static byte[] Row(int index)
    {
        var named = MessageRow.Received(
            TestKeys.Thailand, 2, Completion.Hash, Completion.Envelope.Type, MessageRow.ReceiptHash(Receipt(Completion, TestKeys.Japan)), ReceiptOutcome.Recorded);
        return index == 3
            ? new LogRow(Digest.Of([2]), TestMessages.FromThailand.Registry, 4, TestKeys.Noon.AddMinutes(3), named.KindText, named.Write()).ToBytes()
            : Encoding.ASCII.GetBytes($"row {index}");
    }
}
