using System.Text.Json;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Configuration;

/// <summary>Reads the key files a configuration names.</summary>
internal static class KeyFiles
{
    /// <summary>Largest file of public keys, in bytes.</summary>
    private const int BytesMax = 256 * 1024;

    private static readonly JsonDocumentOptions Form = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>This node's private key.</summary>
    public static SigningKey Own(string path, string property)
    {
        try
        {
            return SigningKeyFile.Read(path);
        }
        catch (FormatException error)
        {
            throw NodeStartException.Configuration(property, error.Message.TrimEnd('.'), error.Message.TrimEnd('.'), error);
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration(property, $"the private key file {path} cannot be read; 'jcm keys' makes one", $"秘密鍵ファイル {path} を読み取れません。'jcm keys' で作成できます", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration(property, $"the private key file {path} may not be read by this user", $"秘密鍵ファイル {path} の読み取り権限がありません", error);
        }
    }

    /// <summary>The public keys of a partner; <c>validFrom</c> and <c>validTo</c> of a key, where given, bound the time it is trusted.</summary>
    public static IReadOnlyList<PinnedKey> Partner(string path, string property)
    {
        try
        {
            if (new FileInfo(path).Length > BytesMax) throw new FormatException($"{path} is larger than {BytesMax} bytes.");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Form);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException($"{path} is not a JSON Web Key Set.");
            var keys = document.RootElement.TryGetProperty("keys", out var set) && set.ValueKind == JsonValueKind.Array
                ? set.EnumerateArray().Select(Pinned).ToList()
                : [Pinned(document.RootElement)];
            return keys.Count > 0 ? keys : throw new FormatException($"{path} has no keys.");
        }
        catch (JsonException error)
        {
            throw NodeStartException.Configuration(property, $"{path} is not JSON", $"{path} は JSON ではありません", error);
        }
        catch (FormatException error)
        {
            throw NodeStartException.Configuration(property, $"{path}: {error.Message.TrimEnd('.')}", $"{path}: {error.Message.TrimEnd('.')}", error);
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration(property, $"the file {path} of the partner's public keys cannot be read", $"相手国の公開鍵ファイル {path} を読み取れません", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration(property, $"the file {path} may not be read by this user", $"ファイル {path} の読み取り権限がありません", error);
        }
    }

    private static PinnedKey Pinned(JsonElement jwk) => new(
        VerificationKey.FromJwk(JsonSerializer.SerializeToUtf8Bytes(jwk)), Instant(jwk, "validFrom") ?? DateTimeOffset.MinValue, Instant(jwk, "validTo"));

    private static DateTimeOffset? Instant(JsonElement jwk, string name)
    {
        if (jwk.ValueKind != JsonValueKind.Object || !jwk.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String && WireInstant.TryParse(value.GetString(), out var instant)
            ? instant
            : throw new FormatException($"The member '{name}' of a key is not an instant such as 2026-01-02T03:04:05.678Z.");
    }
}
