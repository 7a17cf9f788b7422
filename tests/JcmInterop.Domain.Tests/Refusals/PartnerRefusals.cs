using System.Collections.Immutable;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;
using static JcmInterop.Domain.Tests.Refusals.RefusalCase;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Refusals;

internal static class PartnerRefusals
{
    private const string PublicKey = """{"crv":"Ed25519","kty":"OKP","x":"x"}""";

    public static IEnumerable<RefusalCase> All => [.. OfHello, .. OfKeys, .. OfQuestions, .. OfCheckpoints];

    private static IEnumerable<RefusalCase> OfHello =>
    [
        Of(5002, "a hello names no version", w => Message(w, w.Japan, Words with { Versions = [] })),
        Of(5002, "a hello names 21 versions", w => Message(w, w.Japan, Words with { Versions = [.. Enumerable.Repeat("1.0", 21)] })),
        Of(5002, "a hello names 201 message types", w => Message(w, w.Japan, Words with { MessageTypes = [.. Enumerable.Repeat("test", 201)] })),
        Of(5002, "a hello has an empty name", w => Message(w, w.Japan, Words with { Features = [""] })),
        Of(5002, "a hello names its software with 101 characters", w => Message(w, w.Japan, Words with { Software = new string('a', 101) })),
        Of(5002, "a hello names 101 keys", w => Message(w, w.Japan, Words with { PinnedKeys = [.. Enumerable.Repeat("k", 101)] })),
        Of(5003, "the partner speaks other versions only", w => Message(w, w.Japan, Words with { Versions = ["2.0", "3.0"] })),
    ];

    private static IEnumerable<RefusalCase> OfKeys =>
    [
        Of(5001, "the partner's node has not announced introductions", w => Command(w, w.Japan, New("k"))),
        Of(5001, "the partner's node has not announced withdrawals", w => Command(w, w.Japan, new WithdrawKey("k", null, KeyEndReason.Superseded))),
        Of(5004, "a key ends before it begins", w => Command(Greeted(w), w.Japan, New("k") with { ValidFrom = w.Now, ValidTo = w.Now })),
        Of(5004, "a key has no public part", w => Command(Greeted(w), w.Japan, New("k") with { PublicKey = "" })),
        Of(5004, "an administrator ends a key before it begins", w => Command(Pinned(w, "k"), w.Japan, new EndPartnerKey("k", w.Now.AddDays(-1), KeyEndReason.Lost))),
        Of(5005, "a key is introduced twice", w => Command(Greeted(w).Do(w.Japan, New("k")), w.Japan, New("k"))),
        Of(5005, "a key is introduced again with other dates", w => Message(Pinned(w, "k"), w.Japan, new KeyIntroduction("k", PublicKey, w.Now.AddDays(1), null))),
        Of(5006, "a side introduces its seventeenth key", w =>
        {
            Greeted(w);
            for (var i = 0; i < NodeKey.KeysMax; i++) w.Do(w.Japan, New($"k{i}"));
            return Command(w, w.Japan, New("one too many"));
        }),
        Of(5007, "an unknown key is withdrawn", w => Command(Greeted(w), w.Japan, new WithdrawKey("k", null, KeyEndReason.Superseded))),
        Of(5007, "the partner withdraws an unknown key", w => Message(w, w.Japan, new KeyWithdrawal("k", w.Now, KeyEndReason.Lost))),
        Of(5007, "an administrator ends an unknown key", w => Command(w, w.Japan, new EndPartnerKey("k", null, KeyEndReason.Lost))),
        Of(5008, "an administrator makes the end of a key later", w =>
            Command(Pinned(Pinned(w, "k"), "other").Do(w.Japan, new EndPartnerKey("k", null, KeyEndReason.Lost)), w.Japan, new EndPartnerKey("k", w.Now.AddDays(1), KeyEndReason.Lost))),
        Of(5009, "a side withdraws its only key that is trusted", w => Command(Greeted(w).Do(w.Japan, New("k")), w.Japan, new WithdrawKey("k", null, KeyEndReason.Superseded))),
        Of(5009, "the partner withdraws its only key", w => Message(Pinned(w, "k"), w.Japan, new KeyWithdrawal("k", w.Now, KeyEndReason.Superseded))),
        Of(5009, "an administrator ends the partner's only key", w => Command(Pinned(w, "k"), w.Japan, new EndPartnerKey("k", null, KeyEndReason.Compromised))),
    ];

    private static IEnumerable<RefusalCase> OfCheckpoints =>
    [
        Of(5101, "a checkpoint comes past the node's verification", w => Message(w, w.Japan, new CheckpointNotice(new SignedText("e30", []), 0, []))),
        Of(5101, "a cosignature comes past the node's verification", w => Message(w, w.Japan, new CheckpointCosignature(new SignedText("e30", [])))),
    ];

    private static IEnumerable<RefusalCase> OfQuestions =>
    [
        Of(5001, "the partner's node has not announced questions", w => Command(w, w.Japan, new AskStatus([TwoSides.Id(1)], false))),
        Of(5010, "a question asks nothing", w => Command(Greeted(w), w.Japan, new AskStatus([], false))),
        Of(5010, "a question of the partner asks nothing", w => Message(w, w.Japan, new StatusQuery([], false))),
        Of(5010, "a question is for 1,001 transfers", w => Command(Greeted(w), w.Japan, new AskStatus([.. Enumerable.Range(0, 1_001).Select(TwoSides.Id)], false))),
        Of(5010, "an answer is for 1,001 transfers", w => Message(w, w.Japan, new StatusAnswer([.. Enumerable.Range(0, 1_001).Select(i => new TransferStatus(TwoSides.Id(i), null, null, null))], null))),
    ];

    private static Hello Words { get; } = new(
        ["1.0"], ["test"], ImmutableArray<string>.Empty, NodeProfile.Present.Limits, "a node", ImmutableArray<string>.Empty, TwoSides.Start, AsksAnswer: true);

    private static IntroduceKey New(string id) => new(id, PublicKey, null, null);

    private static TwoSides Greeted(TwoSides sides) => sides.Do(sides.Japan, new SayHello());

    private static TwoSides Pinned(TwoSides sides, string id) => sides.Do(sides.Japan, new PinPartnerKey(id, PublicKey, null, null));
}
