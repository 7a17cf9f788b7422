using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Messages.Verification;

/// <summary>Reads the form of an evidence file; says nothing about whether what it holds is genuine.</summary>
internal static class EvidenceReader
{
    private static readonly string[] Names = ["format", "version", "registry", "about", "exchanges", "keys", "checkpoints", "inclusions"];

    /// <exception cref="FormatException">The file has another form; the message says where.</exception>
    public static EvidenceFile Read(JsonElement file)
    {
        Members(file, "", Names);
        if (Text(file, "format") != EvidenceFile.Format || Text(file, "version") != EvidenceFile.Version)
            throw new FormatException($"The file is not {EvidenceFile.Format} version {EvidenceFile.Version}.");
        if (!BilateralRegistryId.TryParse(Text(file, "registry"), out var registry)) throw new FormatException("/registry is not a bilateral registry such as JPN-THA.");
        return new EvidenceFile(
            registry,
            Text(file, "about"),
            [.. Items(file, "exchanges").Select((exchange, i) => Exchange(exchange, $"/exchanges/{i}"))],
            KeySet.Read(file.GetProperty("keys")),
            [.. Items(file, "checkpoints").Select(Raw)],
            [.. Items(file, "inclusions").Select((inclusion, i) => Inclusion(inclusion, $"/inclusions/{i}"))]);
    }

    private static EvidenceExchange Exchange(JsonElement json, string place)
    {
        Members(json, place, "message", "receipt");
        return EvidenceExchange.Read(json);
    }

    /// <exception cref="FormatException">The answer has another form; the message says where.</exception>
    public static ProofAnswer Proof(JsonElement answer)
    {
        Members(answer, "", "checkpoint", "rows");
        var rows = Items(answer, "rows");
        if (rows.Count > ProofAnswer.RowsMax) throw new FormatException($"/rows has more than {ProofAnswer.RowsMax} rows.");
        return new ProofAnswer(Raw(answer.GetProperty("checkpoint")), [.. rows.Select((row, i) => Whole(row, $"/rows/{i}"))]);

        static ProofRow Whole(JsonElement json, string place)
        {
            Members(json, place, "index", "row", "path");
            return Row(json, place);
        }
    }

    private static EvidenceInclusion Inclusion(JsonElement json, string place)
    {
        Members(json, place, "exchange", "checkpoint", "index", "row", "path");
        var row = Row(json, place);
        return new EvidenceInclusion((int)Number(json, "exchange", place, int.MaxValue), (int)Number(json, "checkpoint", place, int.MaxValue), row.Index, row.Row, row.Path);
    }

    private static ProofRow Row(JsonElement json, string place)
    {
        if (!Base64UrlText.TryDecode(Encoding.UTF8.GetBytes(Text(json, "row")), out var row)) throw new FormatException($"{place}/row is not base64url.");
        if (row.Length > LogRow.ProvenBytesMax) throw new FormatException($"{place}/row has more than {LogRow.ProvenBytesMax} bytes.");
        var path = Items(json, "path").Select(hash => Digest.TryParse(hash.ValueKind == JsonValueKind.String ? hash.GetString() : null, out var digest)
            ? digest
            : throw new FormatException($"{place}/path has a value that is not a SHA-256 hash.")).ToList();
        if (path.Count > MerkleProofs.HashesMax) throw new FormatException($"{place}/path has more than {MerkleProofs.HashesMax} hashes.");
        return new ProofRow(Number(json, "index", place, long.MaxValue), row, path);
    }

    private static long Number(JsonElement json, string name, string place, long most) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) && number >= 0 && number <= most
            ? number
            : throw new FormatException($"{place}/{name} is not a whole number of 0 or more.");

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw new FormatException($"'{name}' is not text.");

    private static List<JsonElement> Items(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() <= EvidenceFile.PartsMax
            ? [.. list.EnumerateArray()]
            : throw new FormatException($"'{name}' is not a list of at most {EvidenceFile.PartsMax}.");

    private static void Members(JsonElement json, string place, params ReadOnlySpan<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException($"{(place.Length == 0 ? "The file" : place)} is not an object.");
        foreach (var name in names)
        {
            if (!json.TryGetProperty(name, out _)) throw new FormatException($"{place}/{name} is missing.");
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!names.Contains(member.Name)) throw new FormatException($"{place}/{member.Name} is unknown.");
        }
    }

    private static ReadOnlyMemory<byte> Raw(JsonElement json) => JsonMarshal.GetRawUtf8Value(json).ToArray();
}
