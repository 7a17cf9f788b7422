using System.Text.Json;

namespace JcmInterop.Server.Configuration;

/// <summary>Reads the configuration of a node from a JSON file.</summary>
public static class NodeConfigurationFile
{
    /// <summary>Largest configuration, in bytes.</summary>
    public const int BytesMax = 1024 * 1024;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        WriteIndented = true,
    };

    /// <summary>Reads a file; relative paths in it are taken from its own directory.</summary>
    /// <exception cref="NodeStartException">The file cannot be read or is not a configuration; the place names file, property, line and column.</exception>
    public static NodeOptions Read(string path)
    {
        var full = Path.GetFullPath(path);
        var options = Parse(full, Bytes(full));
        var directory = Path.GetDirectoryName(full)!;
        return options with
        {
            DataDirectory = Path.Combine(directory, options.DataDirectory),
            SigningKeyFile = Path.Combine(directory, options.SigningKeyFile),
            Store = options.Store is { PasswordFile: { } file } store ? store with { PasswordFile = Path.Combine(directory, file) } : options.Store,
            Registries = [.. options.Registries.Select(r => r with { PartnerKeyFiles = [.. r.PartnerKeyFiles.Select(f => Path.Combine(directory, f))] })],
        };
    }

    /// <summary>The text of a configuration, as <see cref="Read"/> reads it.</summary>
    public static string Write(NodeOptions options) => JsonSerializer.Serialize(options, Form);

    private static NodeOptions Parse(string path, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<NodeOptions>(WithoutMark(bytes), Form)
                ?? throw NodeStartException.Configuration(path, "the file holds null", "ファイルの内容が null です");
        }
        catch (JsonException error)
        {
            var property = error.Path is { Length: > 1 } named ? named : "$";
            var place = $"{path}, {property}, line {(error.LineNumber ?? 0) + 1}, column {(error.BytePositionInLine ?? 0) + 1}";
            throw NodeStartException.Configuration(place, Sentence(error.Message), Sentence(error.Message), error);
        }
    }

    // Some editors put a byte order mark in front of the text.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    // The framework adds the place to its sentence; here it stands in front.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace(typeof(NodeOptions).Namespace + ".", "", StringComparison.Ordinal).TrimEnd('.');
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return new FileInfo(path).Length <= BytesMax
                ? File.ReadAllBytes(path)
                : throw NodeStartException.Configuration(path, $"the file is larger than {BytesMax} bytes", $"ファイルが {BytesMax} バイトを超えています");
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration(path, "the file cannot be read", "ファイルを読み取れません", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration(path, "the file cannot be read", "ファイルを読み取れません", error);
        }
    }
}
