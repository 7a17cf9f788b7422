using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Envelope;

namespace JcmInterop.Messages.Tests.Signatures;

public sealed class KeyMessagesTests
{
    private static readonly SigningKey Added = TestKeys.Key("Added");
    private static readonly PartnerKeyRing Ring = TestKeys.ThailandRing.With(new PinnedKey(Added.Public, TestKeys.Noon.AddDays(1)));

    [Fact]
    public void A_new_key_that_signed_its_own_introduction_is_proven() => Check(Introduction(Added.Public.KeyId, Added.Public.PublicJwk), TestKeys.ThailandKey, Added).ShouldBeNull();

    [Fact]
    public void A_new_key_that_did_not_sign_its_introduction_is_not() =>
        Check(Introduction(Added.Public.KeyId, Added.Public.PublicJwk), TestKeys.ThailandKey, TestKeys.Stranger).ShouldBe(WireFaultKind.KeyUnproven);

    [Fact]
    public void A_public_key_under_another_id_is_not_proven() =>
        Check(Introduction(TestKeys.Stranger.Public.KeyId, Added.Public.PublicJwk), TestKeys.ThailandKey, Added).ShouldBe(WireFaultKind.KeyUnproven);

    [Fact]
    public void A_public_key_in_another_form_than_the_canonical_one_is_not_proven() =>
        Check(Introduction(Added.Public.KeyId, Added.Public.PublicJwk.Replace(",", ", ", StringComparison.Ordinal)), TestKeys.ThailandKey, Added).ShouldBe(WireFaultKind.KeyUnproven);

    [Fact]
    public void What_is_wrong_with_a_public_key_is_told()
    {
        KeyMessages.Read(Added.Public.KeyId, Added.Public.PublicJwk, out var nothing).ShouldNotBeNull().KeyId.ShouldBe(Added.Public.KeyId);
        nothing.ShouldBeNull();
        KeyMessages.Read("other", Added.Public.PublicJwk, out var id).ShouldBeNull();
        id.ShouldNotBeNull().ShouldContain(Added.Public.KeyId);
        KeyMessages.Read(Added.Public.KeyId, Added.Public.PublicJwk + " ", out var form).ShouldBeNull();
        form.ShouldNotBeNull().ShouldContain("canonical");
        KeyMessages.Read(Added.Public.KeyId, "{}", out var unreadable).ShouldBeNull();
        unreadable.ShouldNotBeNull();
    }

    [Fact]
    public void A_key_is_withdrawn_by_another_valid_one_and_by_no_other()
    {
        var body = new KeyWithdrawal(TestKeys.ThailandKey.Public.KeyId, TestKeys.Noon, KeyEndReason.Superseded);
        Check(body, TestKeys.ThailandP256).ShouldBeNull();
        Check(body, TestKeys.ThailandKey, TestKeys.ThailandP256).ShouldBeNull();
        Check(body, TestKeys.ThailandKey).ShouldBe(WireFaultKind.WithdrawnByItself);
        Check(body, TestKeys.ThailandKey, TestKeys.Stranger).ShouldBe(WireFaultKind.WithdrawnByItself);
        Check(body, TestKeys.ThailandKey, Added).ShouldBe(WireFaultKind.WithdrawnByItself, "this key is not valid yet");
    }

    [Fact]
    public void Other_messages_say_nothing_of_keys() => Check(new TestMessage("hello"), TestKeys.ThailandKey).ShouldBeNull();

    private static KeyIntroduction Introduction(string keyId, string publicKey) => new(keyId, publicKey, TestKeys.Noon, null);

    private static WireFaultKind? Check(PartnerMessage body, params IReadOnlyList<SigningKey> keys)
    {
        var message = OutgoingMessages.Compose(TestMessages.FromThailand, DirectionHead.None, TestMessages.Id(1), TestKeys.Noon, MessageBodies.TypeOf(body), MessageBodies.Write(body), keys);
        return KeyMessages.Check(message, body, Ring, TestKeys.Noon)?.Kind;
    }
}
