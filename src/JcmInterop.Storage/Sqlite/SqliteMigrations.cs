using Dapper;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using DbUp;
using JcmInterop.Storage.Migrations;
using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Brings a file to the layout of this version. Each step is one script, run once, in one transaction, in the order of their names.</summary>
internal static class SqliteMigrations
{
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
        var known = Names(Scripts()).ToHashSet();
        if (done.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new StoreTooNewException($"{path}, migration {unknown}");
        if (Names(scripts).All(done.Contains)) return;

        using var shared = new SharedConnection(connection);
        var upgrade = DeployChanges.To.SqliteDatabase(shared).WithScripts(scripts);
        if (HasLog(scripts)) upgrade.WithScript(LogNodesScript.Name, new LogNodesScript(connection));
        var result = upgrade
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

    private static IEnumerable<string> Names(IReadOnlyList<SqlScript> scripts) =>
        scripts.Select(s => s.Name).Concat(HasLog(scripts) ? [LogNodesScript.Name] : []);

    private static bool HasLog(IReadOnlyList<SqlScript> scripts) => scripts.Any(s => s.Name == LogNodesScript.After);

    internal static IReadOnlyList<SqlScript> Scripts() => MigrationScripts.Of("Sqlite");
}
