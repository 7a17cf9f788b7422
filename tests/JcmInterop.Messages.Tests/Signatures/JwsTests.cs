using System.Buffers.Text;
using System.Text;
using CsCheck;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Signatures;

public sealed class JwsTests
{
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"tonnes":12}""");

    [Fact]
    public void A_signed_document_is_read_back_with_its_payload_and_signer()
    {
        var bytes = Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey);

        Jws.TryRead(bytes, JwsTypes.Message, out var jws, out var fault).ShouldBeTrue(fault?.ToString());

        jws!.Payload.ToArray().ShouldBe(Payload);
        jws.Bytes.ToArray().ShouldBe(bytes);
        jws.Signatures.ShouldHaveSingleItem().KeyId.ShouldBe(TestKeys.ThailandKey.Public.KeyId);
        jws.IsSignedBy(TestKeys.ThailandKey.Public).ShouldBeTrue();
        jws.IsSignedBy(TestKeys.Japan.Public).ShouldBeFalse();
    }

    [Fact]
    public void Every_altered_byte_is_noticed()
    {
        var bytes = Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey);
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = (byte[])bytes.Clone();
                altered[at] ^= (byte)(1 << bit);
                var isGenuine = Jws.TryRead(altered, JwsTypes.Message, out var jws, out _) && TestKeys.ThailandRing.Verify(jws!, TestKeys.Noon, out _) is null;
                isGenuine.ShouldBeFalse($"bit {bit} of byte {at}: {Encoding.Latin1.GetString(altered)}");
            }
        }
    }

    [Fact]
    public void White_space_between_members_changes_nothing()
    {
        var spaced = Encoding.UTF8.GetString(Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey)).Replace(":", " :\t", StringComparison.Ordinal).Replace(",", "\r\n, ", StringComparison.Ordinal) + "\n";
        Jws.TryRead(Encoding.UTF8.GetBytes(spaced), JwsTypes.Message, out var jws, out _).ShouldBeTrue();
        TestKeys.ThailandRing.Verify(jws!, TestKeys.Noon, out _).ShouldBeNull();
    }

    [Fact]
    public void Every_truncation_is_refused_as_such()
    {
        var bytes = Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey);
        for (var length = 1; length < bytes.Length; length++)
        {
            Jws.TryRead(bytes.AsMemory(0, length), JwsTypes.Message, out _, out var fault).ShouldBeFalse();
            fault!.Kind.ShouldBe(WireFaultKind.Truncated, $"{length} bytes");
        }
    }

    [Theory]
    [InlineData("""nonsense""", WireFaultKind.NotJson)]
    [InlineData("""[]""", WireFaultKind.NotJws)]
    [InlineData("""{}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30"}""", WireFaultKind.NotJws)]
    [InlineData("""{"signatures":[]}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","signatures":[]}""", WireFaultKind.Unsigned)]
    [InlineData("""{"payload":"e30","signatures":[],"payload":"e30"}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","signatures":[],"extra":1}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30=","signatures":[{"protected":"P","signature":"S"}]}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":7,"signatures":[]}""", WireFaultKind.NotJws)]
    [InlineData("""{"p\u0061yload":"e30","signatures":[]}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","protected":"e30","signature":"e30"}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","signatures":[7]}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","signatures":[{"signature":"e30"}]}""", WireFaultKind.NotJws)]
    [InlineData("""{"payload":"e30","signatures":[{"header":{"alg":"none"},"protected":"e30","signature":"e30"}]}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"payload":"e30","signatures":[]} {}""", WireFaultKind.NotJson)]
    public void Another_document_than_a_general_JWS_is_refused(string json, WireFaultKind kind)
    {
        Jws.TryRead(Encoding.UTF8.GetBytes(json), JwsTypes.Message, out _, out var fault).ShouldBeFalse();
        fault!.Kind.ShouldBe(kind, fault.ToString());
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.Unsigned)]
    [InlineData("""{"alg":"NONE","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.Unsigned)]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.UnknownAlgorithm)]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.UnknownAlgorithm)]
    [InlineData("""{"alg":"ed25519","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.UnknownAlgorithm)]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.UnknownAlgorithm)]
    [InlineData("""{"alg":"Ed25519","jwk":{},"kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"alg":"Ed25519","kid":"KID","typ":"jcm-message+jws","x5c":[]}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"alg":"Ed25519","jku":"https://example.org","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"alg":"Ed25519","crit":["b64"],"kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"alg":"Ed25519","b64":false,"kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.ForbiddenHeader)]
    [InlineData("""{"alg":"Ed25519","kid":"KID","typ":"jcm-receipt+jws"}""", WireFaultKind.WrongDocumentType)]
    [InlineData("""{"alg":"Ed25519","kid":"KID","kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.NotJws)]
    [InlineData("""{"alg":"Ed25519","kid":"thailand","typ":"jcm-message+jws"}""", WireFaultKind.NotJws)]
    [InlineData("""{"alg":"Ed25519","typ":"jcm-message+jws"}""", WireFaultKind.NotJws)]
    [InlineData("""{"kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.NotJws)]
    [InlineData("""{"alg":"Ed25519","kid":"KID"}""", WireFaultKind.NotJws)]
    [InlineData("""{"alg":5,"kid":"KID","typ":"jcm-message+jws"}""", WireFaultKind.NotJws)]
    [InlineData("""["alg"]""", WireFaultKind.NotJws)]
    [InlineData("""{"alg":"Ed25519","kid":"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU","typ":"jcm-message+jws"}""", WireFaultKind.UnknownKey)]
    public void A_header_that_could_cheat_is_refused_even_when_properly_signed(string header, WireFaultKind kind) =>
        Fault(Signed(header.Replace("KID", TestKeys.ThailandKey.Public.KeyId, StringComparison.Ordinal)))!.Kind.ShouldBe(kind);

    [Fact]
    public void The_older_name_EdDSA_is_read_for_an_Ed25519_key() =>
        Fault(Signed($$"""{"alg":"EdDSA","kid":"{{TestKeys.ThailandKey.Public.KeyId}}","typ":"jcm-message+jws"}""")).ShouldBeNull();

    [Fact]
    public void Of_several_signatures_one_by_a_pinned_key_is_enough_when_no_pinned_one_is_wrong()
    {
        Fault(Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey, TestKeys.ThailandMlDsa)).ShouldBeNull();
        Fault(Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandMlDsa, TestKeys.ThailandP256)).ShouldBeNull();
        Fault(Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandMlDsa))!.Kind.ShouldBe(WireFaultKind.UnknownKey);

        var both = Encoding.UTF8.GetString(Jws.Sign(Payload, JwsTypes.Message, TestKeys.ThailandKey, TestKeys.ThailandP256));
        var last = both.LastIndexOf('"') - 3;
        Fault(Encoding.UTF8.GetBytes(both[..last] + (both[last] == 'A' ? 'B' : 'A') + both[(last + 1)..]))!.Kind.ShouldBe(WireFaultKind.WrongSignature);
    }

    [Fact]
    public void A_witness_adds_its_signature_without_touching_the_first()
    {
        Jws.TryRead(Jws.Sign(Payload, JwsTypes.Checkpoint, TestKeys.ThailandKey), out var jws, out _);

        Jws.TryRead(jws!.WithSignature(TestKeys.Japan), JwsTypes.Checkpoint, out var cosigned, out _).ShouldBeTrue();

        cosigned!.Signatures.Count.ShouldBe(2);
        cosigned.PayloadHash.ShouldBe(jws.PayloadHash);
        cosigned.IsSignedBy(TestKeys.ThailandKey.Public).ShouldBeTrue();
        cosigned.IsSignedBy(TestKeys.Japan.Public).ShouldBeTrue();
    }

    [Fact]
    public void The_number_of_signatures_is_bounded()
    {
        var key = TestKeys.ThailandKey;
        Jws.TryRead(Jws.Sign(Payload, JwsTypes.Message, key, key, key, key), out var four, out _).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => four!.WithSignature(key));
        Should.Throw<ArgumentException>(() => Jws.Sign(Payload, JwsTypes.Message, key, key, key, key, key));
        Should.Throw<ArgumentException>(() => Jws.Sign(Payload, JwsTypes.Message));
        var text = Encoding.UTF8.GetString(four!.Bytes.Span);
        var five = text[..^2] + "," + text[text.IndexOf("{\"protected", StringComparison.Ordinal)..text.IndexOf("},{", StringComparison.Ordinal)] + "}]}";
        Fault(Encoding.UTF8.GetBytes(five))!.Kind.ShouldBe(WireFaultKind.NotJws);
    }

    [Fact]
    public void Any_bytes_at_all_are_read_or_refused_but_never_crash() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        Jws.TryRead(bytes, out var jws, out var fault).ShouldBeFalse();
        return jws is null && fault is not null;
    });

    [Fact]
    public void A_document_over_four_mebibytes_is_refused() =>
        Fault(new byte[(4 * 1024 * 1024) + 1])!.Kind.ShouldBe(WireFaultKind.Oversized);

    private static WireFault? Fault(byte[] bytes) =>
        Jws.TryRead(bytes, JwsTypes.Message, out var jws, out var fault) ? TestKeys.ThailandRing.Verify(jws!, TestKeys.Noon, out _) : fault;

    private static byte[] Signed(string header)
    {
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Payload)}";
        var signature = Base64Url.EncodeToString(TestKeys.ThailandKey.Sign(Encoding.ASCII.GetBytes(input)));
        var (protectedText, payloadText) = (input.Split('.')[0], input.Split('.')[1]);
        return Encoding.ASCII.GetBytes($$"""{"payload":"{{payloadText}}","signatures":[{"protected":"{{protectedText}}","signature":"{{signature}}"}]}""");
    }
}
