using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Log;

/// <summary>Thailand shows its journal, Japan is the witness.</summary>
public sealed class CheckpointWitnessTests
{
    private static readonly BilateralRegistryId Registry = BilateralRegistryId.Parse("JPN-THA");
    private static readonly MerkleTree Tree = Grown(50, i => i);
    private static readonly MerkleTree Forked = Grown(50, i => i < 15 ? i : i + 1000);

    [Fact]
    public void The_first_checkpoint_is_cosigned_and_the_next_one_continues_it()
    {
        var first = Cosign(Show(Tree, 20), null, out _).ShouldNotBeNull();
        first.Stage.ShouldBe(CheckpointStage.Witnessed);
        (first.TreeSize, first.Root).ShouldBe((20, Tree.Root(20).ToBase64Url()));
        Jws.TryRead(CheckpointTexts.Bytes(first.Document), out var jws, out _).ShouldBeTrue();
        jws!.IsSignedBy(TestKeys.Japan.Public).ShouldBeTrue();
        jws.IsSignedBy(TestKeys.ThailandKey.Public).ShouldBeTrue();

        Cosign(Show(Tree, 33, 20), first, out _)!.TreeSize.ShouldBe(33);
        Cosign(Show(Tree, 20, 20), first, out _)!.TreeSize.ShouldBe(20);
    }

    [Fact]
    public void Another_journal_is_an_alarm_and_not_cosigned()
    {
        var seen = Cosign(Show(Tree, 20), null, out _);
        foreach (var notice in (CheckpointNotice[])[Show(Forked, 33, 20), Show(Forked, 20, 20), Show(Tree, 19), Show(Tree, 0), Show(Tree, 33, 20) with { Consistency = ["x"] }])
        {
            Cosign(notice, seen, out var fault).ShouldBeNull();
            fault!.Kind.ShouldBe(WireFaultKind.CheckpointInconsistent);
            fault.IsAlarm.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_proof_from_elsewhere_is_refused_without_alarm()
    {
        var seen = Cosign(Show(Tree, 20), null, out _);
        Cosign(Show(Tree, 33, 10), seen, out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(WireFaultKind.ConsistencyStart);
        fault.IsAlarm.ShouldBeFalse();
    }

    [Fact]
    public void A_checkpoint_of_another_or_from_the_future_is_refused()
    {
        Kind(Show(Tree, 20, key: TestKeys.Stranger)).ShouldBe(WireFaultKind.UnknownKey);
        Kind(Show(Tree, 20, party: PartyCode.Japan)).ShouldBe(WireFaultKind.WrongSender);
        Kind(Show(Tree, 20, registry: "THA-VNM")).ShouldBe(WireFaultKind.WrongRegistry);
        Kind(Show(Tree, 20, at: TestKeys.Noon.AddMinutes(6))).ShouldBe(WireFaultKind.SentInFuture);
        Kind(Show(Tree, 20) with { Checkpoint = new SignedText("e30", []) }).ShouldBe(WireFaultKind.NotJws);
        Kind(Show(Tree, 20) with { Checkpoint = new SignedText("\"}", [new SignatureText("x", "y")]) }).ShouldBe(WireFaultKind.NotJws);
        Kind(Show(Tree, 20) with { Checkpoint = new SignedText(new string('a', 8_001), [new SignatureText("x", "y")]) }).ShouldBe(WireFaultKind.NotJws);

        static WireFaultKind Kind(CheckpointNotice notice)
        {
            Cosign(notice, null, out var fault).ShouldBeNull();
            return fault!.Kind;
        }
    }

    [Fact]
    public void A_cosignature_is_taken_for_what_this_side_signed_and_for_nothing_else()
    {
        var cosigned = new CheckpointCosignature(Cosign(Show(Tree, 20), null, out _)!.Document);
        var larger = CheckpointTexts.Record(Signed(Tree, 30).Cosign(TestKeys.Japan), CheckpointStage.Witnessed);

        Take(cosigned, null, out _)!.TreeSize.ShouldBe(20);
        Take(cosigned, larger, out _).ShouldBe(larger);
        Take(new CheckpointCosignature(larger.Document), Take(cosigned, null, out _), out _).ShouldBe(larger);
        var rotated = new PartnerKeyRing(TestKeys.Thailand, new PinnedKey(TestKeys.Stranger.Public, DateTimeOffset.MinValue));
        Take(cosigned, null, out _, own: rotated).ShouldBeNull();
        Take(cosigned, null, out _, Stated(Tree, 21), rotated).ShouldBeNull();
        var stated = Show(Tree, 20);
        var late = new CheckpointCosignature(Cosign(stated, null, out _)!.Document);
        Take(late, null, out _, Stated(Tree, 20) with { Document = stated.Checkpoint }, rotated)!.TreeSize.ShouldBe(20);
        Refused(new CheckpointCosignature(Stated(Tree, 20).Document)).ShouldBe(WireFaultKind.UnknownKey);
        Refused(new CheckpointCosignature(CheckpointTexts.Record(Signed(Tree, 20).Cosign(TestKeys.Stranger), CheckpointStage.Witnessed).Document)).ShouldBe(WireFaultKind.UnknownKey);
        Refused(new CheckpointCosignature(Show(Tree, 20, key: TestKeys.Japan).Checkpoint)).ShouldBe(WireFaultKind.CosignatureUnknown);
        Refused(new CheckpointCosignature(Show(Tree, 20, registry: "THA-VNM").Checkpoint)).ShouldBe(WireFaultKind.CosignatureUnknown);
        Refused(new CheckpointCosignature(new SignedText("e30", []))).ShouldBe(WireFaultKind.NotJws);

        static WireFaultKind Refused(CheckpointCosignature cosignature)
        {
            Take(cosignature, null, out var fault).ShouldBeNull();
            return fault!.Kind;
        }
    }

    private static CheckpointRecord? Cosign(CheckpointNotice notice, CheckpointRecord? seen, out WireFault? fault) =>
        CheckpointWitness.Cosign(notice, Registry, seen, TestKeys.ThailandRing, TestKeys.Japan, TestKeys.Noon, out fault);

    private static CheckpointRecord? Take(
        CheckpointCosignature cosignature, CheckpointRecord? witnessed, out WireFault? fault, CheckpointRecord? stated = null, PartnerKeyRing? own = null) => CheckpointWitness.Cosigned(
        cosignature, Registry, own ?? TestKeys.ThailandRing, stated, witnessed, new PartnerKeyRing(PartyCode.Japan, new PinnedKey(TestKeys.Japan.Public, TestKeys.Noon.AddYears(-1))), TestKeys.Noon, out fault);

    private static CheckpointNotice Show(
        MerkleTree tree, long size, long earlier = 0, SigningKey? key = null, PartyCode? party = null, string registry = "JPN-THA", DateTimeOffset? at = null)
    {
        var checkpoint = new Checkpoint(party ?? TestKeys.Thailand, BilateralRegistryId.Parse(registry), size, tree.Root(size), at ?? TestKeys.Noon);
        var record = CheckpointTexts.Record(SignedCheckpoint.Sign(checkpoint, key ?? TestKeys.ThailandKey), CheckpointStage.Stated);
        return new CheckpointNotice(record.Document, earlier, earlier > size ? [] : [.. tree.Consistency(earlier, size).Select(h => h.ToBase64Url())]);
    }

    private static SignedCheckpoint Signed(MerkleTree tree, long size) =>
        SignedCheckpoint.Sign(new Checkpoint(TestKeys.Thailand, Registry, size, tree.Root(size), TestKeys.Noon), TestKeys.ThailandKey);

    private static CheckpointRecord Stated(MerkleTree tree, long size) => CheckpointTexts.Record(Signed(tree, size), CheckpointStage.Stated);

    private static MerkleTree Grown(int size, Func<int, int> content)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < size; i++) tree.AppendLeaf(MerkleHash.Leaf(Digest.Of(BitConverter.GetBytes(content(i)))));
        return tree;
    }
}
