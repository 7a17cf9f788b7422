using System.Text.Json.Nodes;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Exchange;

/// <summary>A message in the making, every part of which a case may spoil before it is sealed.</summary>
internal sealed class Draft
{
    public Draft(JsonObject payload, SigningKey key)
    {
        Payload = payload;
        Signatures = [new DraftSignature(key, JwsTypes.Message)];
    }

    public JsonObject Payload { get; }

    public List<DraftSignature> Signatures { get; }

    public JsonObject Header => Signatures[0].Header;

    /// <summary>Writes the payload; canonically unless a case writes it otherwise.</summary>
    public Func<JsonObject, byte[]> WritePayload { get; set; } = DraftText.Canonical;

    /// <summary>Changes the document after it was signed.</summary>
    public Action<JsonObject> AfterSigning { get; set; } = _ => { };

    /// <summary>Writes the document.</summary>
    public Func<JsonObject, byte[]> WriteDocument { get; set; } = DraftText.Plain;

    public SealedDraft Seal()
    {
        var payload = WritePayload(Payload);
        var text = DraftText.Base64Url(payload);
        var document = new JsonObject { ["payload"] = text, ["signatures"] = new JsonArray([.. Signatures.Select(s => s.Over(text))]) };
        AfterSigning(document);
        var sent = $"{document["payload"]}";
        return new SealedDraft(WriteDocument(document), sent == text ? payload : DraftText.Decoded(sent), Payload);
    }
}
