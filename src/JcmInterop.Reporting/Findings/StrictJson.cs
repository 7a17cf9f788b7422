using System.Text.Json;
using System.Text.Json.Serialization;

namespace JcmInterop.Reporting.Findings;

/// <summary>Reads small JSON files that people write: unknown and repeated members are refused, comments are allowed.</summary>
internal static class StrictJson
{
    /// <summary>Largest file, in bytes.</summary>
    public const int BytesMax = 1 << 20;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for the message.</param>
    /// <param name="bytes">Its bytes, UTF-8.</param>
    /// <exception cref="InputFileException">The file is too large or not in its form.</exception>
    public static T Read<T>(string file, ReadOnlySpan<byte> bytes)
        where T : class
    {
        if (bytes.Length > BytesMax)
            throw new InputFileException($"{file} has {bytes.Length} bytes; at most {BytesMax} are read.", $"{file} は {bytes.Length} バイトあり、上限 {BytesMax} を超えています。");
        var content = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return JsonSerializer.Deserialize<T>(content, Form) ?? throw new InputFileException($"{file} is empty. Write a JSON object.", $"{file} が空です。JSON オブジェクトを記述してください。");
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $"{file}:{line + 1}{(fault.Path is { Length: > 1 } path ? $", {path}" : "")}" : file;
            var reason = fault.Message.Split(" Path:", 2)[0].TrimEnd('.', ' ');
            throw new InputFileException($"{place} is not in its form: {reason}.", $"{place} の形式が正しくありません：{reason}", fault);
        }
    }
}
