using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Schemas;

/// <summary>The published JSON Schemas (draft 2020-12) of everything on the wire, made from the records that read and write it.</summary>
public static class PublishedSchemas
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every schema by its file name, for example <c>transfer-proposal.schema.json</c>, as the text of the file.</summary>
    /// <param name="describe">What a type, or a member of it by its name in the record, means; nothing where not known.</param>
    public static IReadOnlyDictionary<string, string> All(Func<Type, string?, string?> describe)
    {
        var schemas = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            ["signed-document"] = DocumentSchemas.SignedDocument(),
            ["message"] = DocumentSchemas.Envelope(),
            ["receipt"] = DocumentSchemas.Receipt(),
            ["checkpoint-statement"] = DocumentSchemas.Checkpoint(),
            ["evidence"] = DocumentSchemas.Evidence(),
            ["key-set"] = DocumentSchemas.KeySetFile(),
        };
        foreach (var (type, body) in WireJson.Family<PartnerMessage>()) schemas[type] = BodySchema.Of(body, describe);
        return schemas.ToDictionary(pair => $"{pair.Key}.schema.json", pair => Text(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    private static string Text(string name, JsonObject schema)
    {
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"{name}.schema.json");
        schema.Insert(2, "title", name);
        return schema.ToJsonString(Indented) + "\n";
    }
}
