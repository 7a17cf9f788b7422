using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Conformance.Exchange;

/// <summary>The texts of a message in the making.</summary>
internal static class DraftText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions ForPeople = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    // A case may make a message larger or deeper than anybody accepts; what it must be able to write has no bound but memory.
    private static readonly JsonBounds Unbounded = new(int.MaxValue, 1_000);

    public static string Base64Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>The bytes of a text; none where it is not base64url.</summary>
    public static byte[] Decoded(string text) => System.Buffers.Text.Base64Url.IsValid(text) ? System.Buffers.Text.Base64Url.DecodeFromChars(text) : [];

    public static byte[] Plain(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Relaxed));

    public static byte[] Indented(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(ForPeople) + "\n");

    public static byte[] Canonical(JsonNode json) => Canonical(Plain(json));

    public static byte[] Canonical(byte[] json) => CanonicalJson.Write(json, Unbounded);
}
