using CsCheck;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Tests.Digests;

public sealed class DigestTests
{
    [Fact]
    public void A_digest_survives_its_wire_form() => Gen.Byte.Array[32].Sample(bytes =>
        Digest.TryParse(new Digest(bytes).ToBase64Url(), out var again) && again.ToArray().AsSpan().SequenceEqual(bytes));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuF")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("47DEQpj8HBSa+/TImW-5JCeuQeRkm5NMpJWZG3hSuFU")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSu U")]
    public void Another_text_is_not_a_digest(string? text) => Digest.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_hash_of_nothing_is_the_published_one()
    {
        Digest.Of([]).ToString().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Digest.Of([]).ToBase64Url().ShouldBe("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
        Digest.Of([]).IsNone.ShouldBeFalse();
        default(Digest).IsNone.ShouldBeTrue();
    }

    [Fact]
    public void Only_base64url_without_padding_and_stray_bits_decodes() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var text = System.Buffers.Text.Base64Url.EncodeToUtf8(bytes);
        return Base64UrlText.TryDecode(text, out var decoded) && decoded.AsSpan().SequenceEqual(bytes);
    });
}
