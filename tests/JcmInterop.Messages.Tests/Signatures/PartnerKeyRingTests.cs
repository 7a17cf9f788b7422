using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Signatures;

public sealed class PartnerKeyRingTests
{
    private static readonly DateTimeOffset Noon = TestKeys.Noon;

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_key_counts_from_its_first_instant_and_not_at_its_end(int minute, bool isValid)
    {
        var ring = new PartnerKeyRing(TestKeys.Thailand, new PinnedKey(TestKeys.ThailandKey.Public, Noon, Noon.AddHours(1)));
        var fault = ring.Verify(Document(TestKeys.ThailandKey), Noon.AddMinutes(minute), out var signedWith);

        (fault is null).ShouldBe(isValid);
        (signedWith is not null).ShouldBe(isValid);
        if (!isValid) fault!.Kind.ShouldBe(WireFaultKind.KeyOutOfValidity);
    }

    [Fact]
    public void A_rotation_overlaps_and_then_ends_the_old_key()
    {
        var ring = new PartnerKeyRing(TestKeys.Thailand, new PinnedKey(TestKeys.ThailandKey.Public, Noon.AddYears(-1)))
            .Rotate(TestKeys.ThailandP256.Public, Noon, TimeSpan.FromDays(30));

        ring.Verify(Document(TestKeys.ThailandKey), Noon.AddDays(29), out _).ShouldBeNull();
        ring.Verify(Document(TestKeys.ThailandP256), Noon.AddDays(29), out _).ShouldBeNull();
        ring.Verify(Document(TestKeys.ThailandKey), Noon.AddDays(30), out _)!.Kind.ShouldBe(WireFaultKind.KeyOutOfValidity);
        ring.Verify(Document(TestKeys.ThailandP256), Noon.AddDays(30), out _).ShouldBeNull();
        ring.Verify(Document(TestKeys.ThailandP256), Noon.AddTicks(-1), out _)!.Kind.ShouldBe(WireFaultKind.KeyOutOfValidity);
    }

    [Fact]
    public void A_rotation_does_not_prolong_a_key_that_ends_earlier()
    {
        var ring = new PartnerKeyRing(TestKeys.Thailand, new PinnedKey(TestKeys.ThailandKey.Public, Noon.AddYears(-1), Noon.AddDays(1)))
            .Rotate(TestKeys.ThailandP256.Public, Noon, TimeSpan.FromDays(30));

        ring.Find(TestKeys.ThailandKey.Public.KeyId)!.ValidTo.ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public void A_document_by_a_stranger_is_refused_and_names_the_key()
    {
        var fault = TestKeys.ThailandRing.Verify(Document(TestKeys.Stranger), Noon, out _);
        fault!.Kind.ShouldBe(WireFaultKind.UnknownKey);
        fault.English.ShouldContain(TestKeys.Stranger.Public.KeyId);
        fault.English.ShouldContain("THA");
    }

    private static Jws Document(SigningKey key) => Jws.TryRead(Jws.Sign("{}"u8, JwsTypes.Message, key), out var jws, out _) ? jws! : throw new InvalidOperationException();
}
