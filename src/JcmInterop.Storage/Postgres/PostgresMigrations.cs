using DbUp;
using DbUp.Engine;
using DbUp.Postgresql;
using JcmInterop.Storage.Migrations;
using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <summary>Brings a database to the layout of this version. Each step is one script, run once, in one transaction, in the order of their names.</summary>
internal static class PostgresMigrations
{
    private const string VersionTable = "schema_version";

    // The silos of a cluster start together; one of them changes the layout, and the others find it changed.
    private const long LockKey = 0x4A434D49;
    private static readonly TimeSpan LockWithin = TimeSpan.FromMinutes(10);

    /// <summary>Runs the scripts the database has not seen.</summary>
    /// <exception cref="StoreTooNewException">The database has seen a script this version does not know.</exception>
    /// <exception cref="StoreFailedException">A script failed.</exception>
    public static void Run(NpgsqlDataSource source, string place) => Run(source, place, Scripts());

    internal static void Run(NpgsqlDataSource source, string place, IReadOnlyList<SqlScript> scripts)
    {
        using var alone = source.OpenConnection();
        Execute(alone, $"SET lock_timeout = 0; SELECT pg_advisory_lock({LockKey})");
        try
        {
            RunAlone(alone, source, place, scripts);
        }
        finally
        {
            Execute(alone, $"RESET lock_timeout; SELECT pg_advisory_unlock({LockKey})");
        }
    }

    internal static IReadOnlyList<SqlScript> Scripts() => MigrationScripts.Of("Postgres");

    private static void RunAlone(NpgsqlConnection alone, NpgsqlDataSource source, string place, IReadOnlyList<SqlScript> scripts)
    {
        var done = Done(alone);
        var known = Scripts().Select(s => s.Name).ToHashSet();
        if (done.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new StoreTooNewException($"{place}, migration {unknown}");
        if (scripts.All(s => done.Contains(s.Name))) return;

        var result = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScripts(scripts)
            .JournalToPostgresqlTable(null, VersionTable)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful) return;
        if (result.Error is NpgsqlException error && PostgresErrors.IsTrouble(error)) throw PostgresErrors.Trouble(place, error);
        throw new StoreFailedException($"{place}, migration {result.ErrorScript?.Name}", result.Error);
    }

    private static HashSet<string> Done(NpgsqlConnection connection)
    {
        using var exists = new NpgsqlCommand($"SELECT to_regclass('{VersionTable}') IS NOT NULL", connection);
        if (exists.ExecuteScalar() is false) return [];
        using var names = new NpgsqlCommand($"SELECT scriptname FROM {VersionTable}", connection);
        using var reader = names.ExecuteReader();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) done.Add(reader.GetString(0));
        return done;
    }

    // Another silo may need its time to change the layout.
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)LockWithin.TotalSeconds };
        command.ExecuteNonQuery();
    }
}
