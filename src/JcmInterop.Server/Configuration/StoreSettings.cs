using JcmInterop.Storage.Postgres;
using Npgsql;

namespace JcmInterop.Server.Configuration;

/// <summary>Where the node keeps its record, checked.</summary>
/// <param name="SqliteFile">The file of the embedded store, as a full path.</param>
/// <param name="Postgres">The database server; nothing for the embedded store.</param>
public sealed record StoreSettings(string SqliteFile, PostgresStoreOptions? Postgres)
{
    private const int PasswordCharactersMax = 1_000;
    private const string StringProperty = "store.postgres";
    private const string FileProperty = "store.passwordFile";
    private const string VariableProperty = "store.passwordVariable";

    /// <summary>Whether several silos can share the store.</summary>
    public bool IsShared => Postgres is not null;

    /// <summary>The file, or that it is a database server; the connection string is a secret and not shown.</summary>
    public override string ToString() => IsShared ? "PostgreSQL" : SqliteFile;

    internal static StoreSettings Check(StoreOptions? options, string dataDirectory)
    {
        var file = Path.Combine(Path.GetFullPath(dataDirectory), NodeSettings.StoreFile);
        if (options is null) return new StoreSettings(file, null);
        if (string.IsNullOrWhiteSpace(options.Postgres))
            throw NodeStartException.Configuration(StringProperty, "it is empty; leave 'store' out for the embedded store", "空です。組み込みの保存ファイルを使う場合は 'store' を省いてください");
        var connection = Read(options.Postgres);
        if (connection.Password is not null)
        {
            throw NodeStartException.Configuration(
                StringProperty, "the password does not belong into the configuration; name a passwordFile or a passwordVariable", "パスワードは設定に書かず、passwordFile か passwordVariable で指定してください");
        }

        if (options.PasswordFile is not null && options.PasswordVariable is not null)
            throw NodeStartException.Configuration(FileProperty, "a passwordFile and a passwordVariable are named; one of them is enough", "passwordFile と passwordVariable の両方が指定されています");
        if (options.PasswordFile is { } path) connection.Password = OfFile(path);
        if (options.PasswordVariable is { } variable) connection.Password = OfVariable(variable);
        return new StoreSettings(file, new PostgresStoreOptions(connection.ConnectionString));
    }

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database) ? throw Unclear() : connection;
        }
        catch (ArgumentException)
        {
            // What the driver says may repeat part of a secret.
            throw Unclear();
        }
    }

    private static NodeStartException Unclear() => NodeStartException.Configuration(
        StringProperty, "it is not a connection string such as Host=127.0.0.1;Database=jcm;Username=jcm", "接続文字列 (例: Host=127.0.0.1;Database=jcm;Username=jcm) ではありません");

    private static string OfFile(string path)
    {
        try
        {
            if (new FileInfo(path).Length > PasswordCharactersMax)
                throw NodeStartException.Configuration(FileProperty, $"{path} holds more than a password", $"{path} の内容が長すぎます");
            return NotEmpty(File.ReadAllText(path).TrimEnd('\r', '\n'), FileProperty);
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration(FileProperty, $"the file {path} cannot be read", $"ファイル {path} を読み取れません", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration(FileProperty, $"the file {path} may not be read by this user", $"ファイル {path} の読み取り権限がありません", error);
        }
    }

    private static string OfVariable(string name) => NotEmpty(Environment.GetEnvironmentVariable(name) ?? "", VariableProperty);

    private static string NotEmpty(string password, string property) =>
        password.Length > 0 ? password : throw NodeStartException.Configuration(property, "there is no password in it", "パスワードがありません");
}
