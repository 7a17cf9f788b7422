using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Log;

public sealed class SignedCheckpointTests
{
    private static readonly Checkpoint Statement =
        new(TestKeys.Thailand, BilateralRegistryId.Parse("JPN-THA"), 1234, Digest.Of("root"u8), TestKeys.Noon);

    [Fact]
    public void A_checkpoint_arrives_as_it_was_signed_and_keeps_a_witness()
    {
        var cosigned = SignedCheckpoint.Sign(Statement, TestKeys.ThailandKey).Cosign(TestKeys.Japan);

        SignedCheckpoint.TryVerify(cosigned.Bytes, TestKeys.ThailandRing, TestKeys.Noon, out var received, out var fault).ShouldBeTrue(fault?.ToString());

        received!.Checkpoint.ShouldBe(Statement);
        received.Document.IsSignedBy(TestKeys.Japan.Public).ShouldBeTrue();
    }

    [Fact]
    public void A_checkpoint_of_the_other_side_is_refused() =>
        Fault(SignedCheckpoint.Sign(Statement with { Party = PartyCode.Japan }, TestKeys.ThailandKey).Bytes).ShouldBe(WireFaultKind.WrongSender);

    [Fact]
    public void A_checkpoint_by_a_stranger_is_refused() => Fault(SignedCheckpoint.Sign(Statement, TestKeys.Stranger).Bytes).ShouldBe(WireFaultKind.UnknownKey);

    [Theory]
    [InlineData("treeSize", -1)]
    [InlineData("root", "")]
    [InlineData("party", "IDN")]
    [InlineData("registry", "THA")]
    [InlineData("at", "2026-04-01")]
    public void A_malformed_member_is_refused(string name, object value)
    {
        var payload = new JsonObject
        {
            ["protocol"] = "1.0", ["party"] = "THA", ["registry"] = "JPN-THA", ["treeSize"] = 1, ["root"] = Digest.Of([]).ToBase64Url(), ["at"] = "2026-04-01T12:00:00.000Z",
        };
        Fault(Sign(payload)).ShouldBeNull();
        payload[name] = JsonValue.Create(value);
        Fault(Sign(payload)).ShouldBe(WireFaultKind.MalformedDocument);
    }

    private static byte[] Sign(JsonObject payload) =>
        Jws.Sign(CanonicalJson.Write(Encoding.UTF8.GetBytes(payload.ToJsonString())), JwsTypes.Checkpoint, TestKeys.ThailandKey);

    private static WireFaultKind? Fault(ReadOnlyMemory<byte> bytes) =>
        SignedCheckpoint.TryVerify(bytes, TestKeys.ThailandRing, TestKeys.Noon, out _, out var fault) ? null : fault!.Kind;
}
