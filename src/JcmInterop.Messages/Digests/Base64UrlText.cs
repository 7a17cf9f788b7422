using System.Buffers;
using System.Buffers.Text;

namespace JcmInterop.Messages.Digests;

/// <summary>Strict base64url (RFC 4648, section 5): no padding, no white space, no stray bits, so that bytes have exactly one text.</summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>Decodes a text.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = [];
        if (!IsValid(text)) return false;
        bytes = new byte[text.Length / 4 * 3 + Math.Max(text.Length % 4 - 1, 0)];
        return Base64Url.TryDecodeFromUtf8(text, bytes, out var written) && written == bytes.Length;
    }

    private static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyExcept(Alphabet)) return false;
        // The last character of an incomplete group carries four or two bits that no byte uses; they are zero.
        return (text.Length % 4) switch
        {
            0 => true,
            2 => (Value(text[^1]) & 0b1111) == 0,
            3 => (Value(text[^1]) & 0b11) == 0,
            _ => false,
        };
    }

    private static int Value(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
