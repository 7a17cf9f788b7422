using System.Text;
using Dapper;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using DbUp;
using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Brings a file to the layout of this version. Each step is one script, run once, in one transaction, in the order of their names.</summary>
internal static class SqliteMigrations
{
    private const string Folder = "JcmInterop.Storage.Migrations.";
    private const string VersionTable = "schema_version";

    /// <summary>Runs the scripts the file has not seen.</summary>
    /// <exception cref="StoreTooNewException">The file has seen a script this version does not know.</exception>
    /// <exception cref="StoreFailedException">A script failed.</exception>
    public static void Run(SqliteConnection connection, string path) => Run(connection, path, Scripts());

    internal static void Run(SqliteConnection connection, string path, IReadOnlyList<SqlScript> scripts)
    {
        var done = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = $name", new { name = VersionTable }) == 0
            ? new HashSet<string>(StringComparer.Ordinal)
            : connection.Query<string>($"SELECT ScriptName FROM {VersionTable}").ToHashSet(StringComparer.Ordinal);
        var known = Scripts().Select(s => s.Name).ToHashSet();
        if (done.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new StoreTooNewException($"{path}, migration {unknown}");
        if (scripts.All(s => done.Contains(s.Name))) return;

        using var shared = new SharedConnection(connection);
        var result = DeployChanges.To
            .SqliteDatabase(shared)
            .WithScripts(scripts)
            .JournalToSqliteTable(VersionTable)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful) return;
        if (result.Error is SqliteException error && SqliteErrors.IsTrouble(error)) throw SqliteErrors.Trouble(path, error);
        throw new StoreFailedException($"{path}, migration {result.ErrorScript?.Name}", result.Error);
    }

    internal static IReadOnlyList<SqlScript> Scripts()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Script)];

        SqlScript Script(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            return new SqlScript(resource[Folder.Length..^".sql".Length], reader.ReadToEnd());
        }
    }
}
