using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace JcmInterop.Messages.Digests;

/// <summary>A SHA-256 hash of 32 bytes, compared by content; the default value is 32 zero bytes and stands for "nothing before this".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Digest
{
    /// <summary>Length in bytes.</summary>
    public const int LengthBytes = 32;

    /// <summary>Length of the form on the wire, in characters.</summary>
    public const int Base64UrlLength = 43;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    /// <summary>Takes over the 32 bytes of a hash.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != LengthBytes) throw new ArgumentException($"A SHA-256 hash has {LengthBytes} bytes, not {bytes.Length}.", nameof(bytes));
        a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Whether this is the hash that stands for "nothing before this".</summary>
    public bool IsNone => this == default;

    /// <summary>The hash of some bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[LengthBytes];
        SHA256.HashData(content, hash);
        return new Digest(hash);
    }

    /// <summary>Reads 43 characters of base64url without padding, the form on the wire.</summary>
    /// <returns>Whether the text is one hash in that form.</returns>
    public static bool TryParse(string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: Base64UrlLength } || !Base64UrlText.TryDecode(Encoding.UTF8.GetBytes(text), out var bytes)) return false;
        digest = new Digest(bytes);
        return true;
    }

    /// <summary>43 characters of base64url without padding, the form on the wire.</summary>
    public string ToBase64Url() => Base64Url.EncodeToString(ToArray());

    /// <summary>Writes the 32 bytes to the start of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, a);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], d);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[LengthBytes];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
