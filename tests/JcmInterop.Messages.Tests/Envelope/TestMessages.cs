using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Envelope;

/// <summary>Messages from Thailand to Japan.</summary>
internal static class TestMessages
{
    public static readonly MessageRoute FromThailand = new(BilateralRegistryId.Parse("JPN-THA"), TestKeys.Thailand);

    public static SignedMessage Next(DirectionHead head, int number = 1, string type = "test", string body = """{"text":"hello"}""") => OutgoingMessages.Compose(
        FromThailand, head, Id(number), TestKeys.Noon.AddMinutes(number), type, Encoding.UTF8.GetBytes(body), TestKeys.ThailandKey);

    /// <summary>A UUID of version 7 made from a number.</summary>
    public static Guid Id(int number) => Guid.ParseExact($"019d4a00-0000-7000-8000-{number:x12}", "D");

    /// <summary>A message whose payload was changed before it was signed.</summary>
    public static byte[] Altered(Action<JsonObject> change, SigningKey? key = null)
    {
        var payload = Payload(Next(DirectionHead.None));
        change(payload);
        return Jws.Sign(CanonicalJson.Write(Encoding.UTF8.GetBytes(payload.ToJsonString())), JwsTypes.Message, key ?? TestKeys.ThailandKey);
    }

    public static JsonObject Payload(SignedMessage message) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(JsonNode.Parse(message.Bytes.Span)!["payload"]!.GetValue<string>()))!.AsObject();
}
