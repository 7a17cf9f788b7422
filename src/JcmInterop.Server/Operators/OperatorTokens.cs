using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;

namespace JcmInterop.Server.Operators;

/// <summary>Who may use the operator interface. At the first start random tokens are made, one for each role; there is no default secret.</summary>
public sealed class OperatorTokens
{
    /// <summary>Name of the file of hashes in the data directory.</summary>
    public const string HashFile = "tokens.json";

    /// <summary>Most tokens of a node.</summary>
    public const int TokensMax = 1_000;

    private const int SecretBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly List<(byte[] Hash, OperatorIdentity Identity)> known;

    private OperatorTokens(IEnumerable<(byte[], OperatorIdentity)> known) => this.known = [.. known];

    /// <summary>Name of the file in the data directory that holds the first token of a role; to be handed over and deleted.</summary>
    public static string FirstTokenFile(OperatorRole role) => role switch
    {
        OperatorRole.Administrator => "administrator.token",
        OperatorRole.Operator => "operator.token",
        _ => "viewer.token",
    };

    /// <summary>Reads the tokens of a data directory; makes the first ones where there are none yet.</summary>
    /// <exception cref="NodeStartException">The file cannot be read, or is readable by others.</exception>
    public static OperatorTokens Open(string directory)
    {
        var path = Path.Combine(directory, HashFile);
        try
        {
            if (!File.Exists(path)) Create(directory, path);
            return Read(path);
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration(path, "the file of the operator tokens cannot be read or written", "トークンファイルを読み書きできません", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration(path, "the file of the operator tokens may not be read or written by this user", "トークンファイルの読み書き権限がありません", error);
        }
        catch (JsonException error)
        {
            throw NodeStartException.Configuration(path, "the file of the operator tokens is not in its form", "トークンファイルの形式が正しくありません", error);
        }
    }

    /// <summary>Finds the person with a token. The time it takes does not depend on the token's content.</summary>
    internal OperatorIdentity? Find(string token)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        OperatorIdentity? found = null;
        foreach (var (knownHash, identity) in known)
        {
            if (CryptographicOperations.FixedTimeEquals(knownHash, hash)) found = identity;
        }

        return found;
    }

    private static OperatorTokens Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
            throw NodeStartException.Configuration(path, $"the file can be read by others; run: chmod 600 {path}", $"他の利用者が読み取れます。chmod 600 {path} を実行してください");
        var file = JsonSerializer.Deserialize(File.ReadAllBytes(path), HttpJsonContext.Default.TokenFile);
        if (file?.Tokens is not { Count: > 0 and <= TokensMax } entries)
            throw NodeStartException.Configuration(path, $"it has not 1 to {TokensMax} tokens", $"トークン数が 1～{TokensMax} ではありません");
        return new OperatorTokens(entries.Select((entry, i) => Entry(entry, $"{path}, tokens[{i}]")));
    }

    private static (byte[], OperatorIdentity) Entry(TokenEntry entry, string place)
    {
        if (entry.Person is not { Length: > 0 }) throw NodeStartException.Configuration(place, "there is no person", "担当者がありません");
        if (!Enum.TryParse<OperatorRole>(entry.Role, out var role) || !Enum.IsDefined(role))
            throw NodeStartException.Configuration(place, $"'{entry.Role}' is not a role", $"'{entry.Role}' は役割ではありません");
        if (entry.Sha256 is not { Length: SHA256.HashSizeInBytes * 2 } hex || !hex.All(char.IsAsciiHexDigit))
            throw NodeStartException.Configuration(place, "sha256 is not 64 hexadecimal digits", "sha256 が 64 桁の 16 進数ではありません");
        return (Convert.FromHexString(hex), new OperatorIdentity(entry.Person, role));
    }

    private static void Create(string directory, string path)
    {
        var entries = Enum.GetValues<OperatorRole>().Select(role =>
        {
            var token = $"jcm_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
            Write(Path.Combine(directory, FirstTokenFile(role)), Encoding.ASCII.GetBytes(token), FileMode.Create);
            return new TokenEntry($"first {role}", role.ToString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
        }).ToList();
        // The hashes come last: a start that was cut off before them makes new tokens.
        Write(path, JsonSerializer.SerializeToUtf8Bytes(new TokenFile(entries), HttpJsonContext.Default.TokenFile), FileMode.CreateNew);
    }

    private static void Write(string path, byte[] content, FileMode mode)
    {
        if (mode == FileMode.Create) File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // Windows has no such mode; there the directory's access list protects the file.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
