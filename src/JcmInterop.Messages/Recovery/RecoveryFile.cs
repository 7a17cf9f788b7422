using System.Buffers;
using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Recovery;

/// <summary>The messages that a side lost because its store was restored from an old backup, as its partner kept them. Handed over by people of both sides.</summary>
/// <remarks>Nothing in it is trusted but the signatures: of the restored side on its own messages and receipts, of the partner on the others.</remarks>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="Restored">The side that lost messages.</param>
/// <param name="Own">Messages of the restored side with the partner's receipts, in order.</param>
/// <param name="Partner">Messages of the partner with the restored side's receipts, in order; one that was not receipted has none.</param>
public sealed record RecoveryFile(
    BilateralRegistryId Registry, PartyCode Restored, IReadOnlyList<EvidenceExchange> Own, IReadOnlyList<EvidenceExchange> Partner)
{
    /// <summary>The format every file names.</summary>
    public const string Format = "jcm-recovery";

    /// <summary>The version of the format.</summary>
    public const string Version = "1.0";

    /// <summary>Most bytes of one file: 256 MiB.</summary>
    public const int BytesMax = 256 * 1024 * 1024;

    /// <summary>Most messages of one direction in one file.</summary>
    public const int MessagesMax = 10_000;

    /// <summary>The file, UTF-8.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("version", Version);
            json.WriteString("registry", Registry.ToString());
            json.WriteString("restored", Restored.Code);
            EvidenceExchange.WriteAll(json, "own", Own);
            EvidenceExchange.WriteAll(json, "partner", Partner);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The text has another form; the message says where.</exception>
    public static RecoveryFile Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > BytesMax) throw new FormatException($"The file has {file.Length} bytes; at most {BytesMax} are accepted.");
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = JsonBounds.WireDepthMax, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException($"The file is not JSON: line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}.", error);
        }
    }

    private static RecoveryFile Read(JsonElement file)
    {
        string[] names = ["format", "version", "registry", "restored", "own", "partner"];
        if (file.ValueKind != JsonValueKind.Object || !file.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal)))
            throw new FormatException($"The file is not an object with exactly: {string.Join(", ", names)}.");
        if (Text(file, "format") != Format || Text(file, "version") != Version) throw new FormatException($"The file is not {Format} version {Version}.");
        if (!BilateralRegistryId.TryParse(Text(file, "registry"), out var registry)) throw new FormatException("/registry is not a bilateral registry such as JPN-THA.");
        return PartyCode.IsValid(Text(file, "restored")) && registry.Includes(new PartyCode(Text(file, "restored")))
            ? new RecoveryFile(registry, new PartyCode(Text(file, "restored")), Exchanges(file, "own"), Exchanges(file, "partner"))
            : throw new FormatException($"/restored is not a Party of {registry}.");
    }

    private static List<EvidenceExchange> Exchanges(JsonElement file, string name)
    {
        var list = file.GetProperty(name);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MessagesMax) throw new FormatException($"/{name} is not a list of at most {MessagesMax} messages.");
        return [.. list.EnumerateArray().Select((exchange, i) => Exchange(exchange, $"/{name}/{i}"))];
    }

    private static EvidenceExchange Exchange(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("message", out _) || !json.TryGetProperty("receipt", out _))
            throw new FormatException($"{place} is not an object with message and receipt.");
        return EvidenceExchange.Read(json);
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw new FormatException($"/{name} is not text.");
}
