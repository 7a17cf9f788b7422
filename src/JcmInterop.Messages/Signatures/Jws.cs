using System.Buffers;
using System.Buffers.Text;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Signatures;

/// <summary>A signed document: JWS in the general JSON serialization, RFC 7515 section 7.2.1, with one or more signatures over one payload.</summary>
/// <remarks>Verified over the bytes that arrived, which are kept as they are and never written again.</remarks>
public sealed class Jws
{
    /// <summary>Most signatures on one document: two of the signer, two of a witness.</summary>
    public const int SignaturesMax = 4;

    private readonly byte[] payloadText;

    internal Jws(ReadOnlyMemory<byte> bytes, byte[] payloadText, byte[] payload, IReadOnlyList<JwsSignature> signatures)
    {
        Bytes = bytes;
        this.payloadText = payloadText;
        Payload = payload;
        PayloadHash = Digest.Of(payload);
        Signatures = signatures;
    }

    /// <summary>The whole document as it arrived.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The signed content, decoded.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>SHA-256 over the payload: what receipts and chains name.</summary>
    public Digest PayloadHash { get; }

    /// <summary>The signatures, each well formed; none verified yet.</summary>
    public IReadOnlyList<JwsSignature> Signatures { get; }

    /// <summary>Reads a document of one type; says nothing yet about whether its signatures are genuine.</summary>
    /// <param name="bytes">The bytes that arrived.</param>
    /// <param name="type">The <c>typ</c> expected of every signature; see <see cref="JwsTypes"/>.</param>
    /// <param name="jws">The document.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, string type, out Jws? jws, out WireFault? fault)
    {
        if (!TryRead(bytes, out jws, out fault)) return false;
        for (var i = 0; i < jws!.Signatures.Count && fault is null; i++)
        {
            var actual = jws.Signatures[i].DocumentType;
            if (actual != type) fault = WireRules.Fault(WireFaultKind.WrongDocumentType, $"/signatures/{i}/protected", actual, type);
        }

        if (fault is not null) jws = null;
        return jws is not null;
    }

    /// <summary>Reads a document of any type; says nothing yet about whether its signatures are genuine.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out Jws? jws, out WireFault? fault)
    {
        jws = JwsReader.Read(bytes, JsonBounds.WireBytesMax, out fault);
        return jws is not null;
    }

    /// <summary>Signs a payload.</summary>
    /// <param name="payload">The content, in canonical form.</param>
    /// <param name="type">The <c>typ</c>; see <see cref="JwsTypes"/>.</param>
    /// <param name="keys">One to four keys; each adds a signature, in this order.</param>
    /// <returns>The document, canonical, ready to be kept and sent as it is.</returns>
    /// <exception cref="ArgumentException">There is no key, or there are too many.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> payload, string type, params IReadOnlyList<SigningKey> keys)
    {
        if (keys.Count is 0 or > SignaturesMax) throw new ArgumentException($"A document is signed with 1 to {SignaturesMax} keys, not {keys.Count}.", nameof(keys));
        var encoded = Base64Url.EncodeToUtf8(payload);
        var output = new ArrayBufferWriter<byte>(encoded.Length + (512 * keys.Count));
        output.Write("{\"payload\":\""u8);
        output.Write(encoded);
        output.Write("\",\"signatures\":["u8);
        for (var i = 0; i < keys.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            var header = keys[i].ProtectedHeader(type);
            Write(output, header, Sign(header, encoded, keys[i]));
        }

        output.Write("]}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same document with one more signature over the same payload, for example of a witness.</summary>
    /// <exception cref="InvalidOperationException">The document has as many signatures as it may.</exception>
    public byte[] WithSignature(SigningKey key)
    {
        if (Signatures.Count >= SignaturesMax) throw new InvalidOperationException($"A document has at most {SignaturesMax} signatures.");
        var output = new ArrayBufferWriter<byte>(Bytes.Length + 512);
        output.Write("{\"payload\":\""u8);
        output.Write(payloadText);
        output.Write("\",\"signatures\":["u8);
        foreach (var signature in Signatures)
        {
            Write(output, signature.ProtectedText, signature.Value);
            output.Write(","u8);
        }

        var header = key.ProtectedHeader(Signatures[0].DocumentType);
        Write(output, header, Sign(header, payloadText, key));
        output.Write("]}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Whether a signature of this document is by a key over the bytes that arrived.</summary>
    public bool IsGenuine(JwsSignature signature, VerificationKey key)
    {
        if (signature.KeyId != key.KeyId || signature.Algorithm != key.Algorithm) return false;
        var input = SigningInput(signature.ProtectedText, payloadText, out var length);
        var isGenuine = key.Verifies(input.AsSpan(0, length), signature.Value);
        ArrayPool<byte>.Shared.Return(input);
        return isGenuine;
    }

    /// <summary>Whether some signature of this document is by a key.</summary>
    public bool IsSignedBy(VerificationKey key) => Signatures.Any(signature => IsGenuine(signature, key));

    private static byte[] Sign(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payloadText, SigningKey key)
    {
        var input = SigningInput(header, payloadText, out var length);
        var signature = key.Sign(input.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(input);
        return signature;
    }

    // RFC 7515, section 5.1: the two base64url texts as they stand in the document, joined by a full stop.
    private static byte[] SigningInput(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payloadText, out int length)
    {
        length = header.Length + 1 + payloadText.Length;
        var input = ArrayPool<byte>.Shared.Rent(length);
        header.CopyTo(input);
        input[header.Length] = (byte)'.';
        payloadText.CopyTo(input.AsSpan(header.Length + 1));
        return input;
    }

    private static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> header, ReadOnlySpan<byte> signature)
    {
        output.Write("{\"protected\":\""u8);
        output.Write(header);
        output.Write("\",\"signature\":\""u8);
        output.Write(Base64Url.EncodeToUtf8(signature));
        output.Write("\"}"u8);
    }
}
