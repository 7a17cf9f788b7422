using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Signatures;

public sealed class KeyTests
{
    // RFC 8037, appendix A.1.
    private const string Rfc8037Key =
        """{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    // RFC 7515, appendix A.3.1.
    private const string Rfc7515Key =
        """
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
         "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
        """;

    [Fact]
    public void Ed25519_gives_the_signature_published_in_RFC_8037()
    {
        using var key = SigningKey.FromJwk(Encoding.UTF8.GetBytes(Rfc8037Key));
        key.Public.KeyId.ShouldBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");

        var signature = key.Sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"u8);

        Base64Url.EncodeToString(signature).ShouldBe("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        key.Public.Verifies("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"u8, signature).ShouldBeTrue();
    }

    [Fact]
    public void Es256_verifies_the_signature_published_in_RFC_7515()
    {
        using var key = SigningKey.FromJwk(Encoding.UTF8.GetBytes(Rfc7515Key));
        var input =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"u8;
        var signature = Base64Url.DecodeFromChars("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        key.Public.Verifies(input, signature).ShouldBeTrue();
        key.Public.Verifies(input[1..], signature).ShouldBeFalse();
        key.Public.Verifies(input, key.Sign(input)).ShouldBeTrue();
    }

    [Fact]
    public void The_thumbprint_published_in_RFC_7638_is_the_hash_of_the_canonical_required_members()
    {
        const string Rsa =
            """
            {"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB"}
            """;

        Digest.Of(CanonicalJson.Write(Encoding.UTF8.GetBytes(Rsa))).ToBase64Url().ShouldBe("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Ed25519)]
    [InlineData(SignatureAlgorithm.Es256)]
    [InlineData(SignatureAlgorithm.MlDsa65)]
    public void A_key_survives_export_and_import(SignatureAlgorithm algorithm)
    {
        var key = TestKeys.Key("Laos", algorithm);
        using var again = SigningKey.FromJwk(key.ToPrivateJwk());
        var @public = VerificationKey.FromJwk(Encoding.UTF8.GetBytes(key.Public.PublicJwk));

        again.Public.ShouldBe(key.Public);
        @public.ShouldBe(key.Public);
        @public.KeyId.ShouldBe(Digest.Of(CanonicalJson.Write(Encoding.UTF8.GetBytes(key.Public.PublicJwk))).ToBase64Url());
        @public.Verifies("tonne"u8, again.Sign("tonne"u8)).ShouldBeTrue();
        @public.Verifies("tonnes"u8, again.Sign("tonne"u8)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Ed25519)]
    [InlineData(SignatureAlgorithm.Es256)]
    [InlineData(SignatureAlgorithm.MlDsa65)]
    public void A_flipped_bit_or_another_length_spoils_a_signature(SignatureAlgorithm algorithm)
    {
        var key = TestKeys.Key("Laos", algorithm);
        var signature = key.Sign("tonne"u8);
        for (var i = 0; i < Math.Min(signature.Length, 64); i++)
        {
            var flipped = (byte[])signature.Clone();
            flipped[i] ^= 1;
            key.Public.Verifies("tonne"u8, flipped).ShouldBeFalse();
        }

        key.Public.Verifies("tonne"u8, signature.AsSpan(1)).ShouldBeFalse();
        key.Public.Verifies("tonne"u8, [.. signature, 0]).ShouldBeFalse();
        key.Public.Verifies("tonne"u8, []).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "does not contain any JSON tokens")]
    [InlineData("[]", "object")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""", "Ed25519, P-256")]
    [InlineData("""{"kty":"OKP","crv":"Ed448","x":"AQAB"}""", "Ed25519, P-256")]
    [InlineData("""{"kty":"EC","crv":"P-384","x":"AQAB","y":"AQAB"}""", "Ed25519, P-256")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AQAB"}""", "32 bytes, not 3")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519"}""", "'x'")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AQAB="}""", "base64url")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "prime-order")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}""", "not a point")]
    [InlineData("""{"kty":"AKP","alg":"ML-DSA-65","pub":"AQAB"}""", "1952")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","use":"enc","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", "use")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","alg":"ES256","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", "alg 'ES256'")]
    [InlineData(Rfc8037Key, "private key")]
    public void A_public_key_that_cannot_be_used_is_refused(string jwk, string says) =>
        Should.Throw<FormatException>(() => VerificationKey.FromJwk(Encoding.UTF8.GetBytes(jwk))).Message.ShouldContain(says);

    [Fact]
    public void A_private_key_with_the_public_part_of_another_is_refused() =>
        Should.Throw<FormatException>(() => SigningKey.FromJwk(Encoding.UTF8.GetBytes(
            Rfc8037Key.Replace("nWGx", "oWGx", StringComparison.Ordinal)))).Message.ShouldContain("different keys");

    [Fact]
    public void A_key_is_drawn_again_while_it_is_no_scalar()
    {
        using var random = new SequenceRandom(new byte[32], Enumerable.Repeat((byte)0xFF, 32).ToArray(), Enumerable.Repeat((byte)7, 32).ToArray());
        using var key = SigningKey.Generate(SignatureAlgorithm.Es256, random);
        random.Drawn.ShouldBe(3);
    }

    [Fact]
    public void A_key_file_is_its_owners_alone_and_never_overwritten()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("jcm-key-").FullName, "node.jwk");
        SigningKeyFile.Create(path, TestKeys.Japan);

        using var read = SigningKeyFile.Read(path);
        read.Public.ShouldBe(TestKeys.Japan.Public);
        Should.Throw<IOException>(() => SigningKeyFile.Create(path, TestKeys.Stranger));
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<FormatException>(() => SigningKeyFile.Read(path)).Message.ShouldContain("chmod 600");
    }

    [Fact]
    public void A_disposed_key_forgets_its_secret()
    {
        var key = TestKeys.Key("Laos");
        key.Dispose();
        key.Secret.ToArray().ShouldAllBe(b => b == 0);
    }
}
