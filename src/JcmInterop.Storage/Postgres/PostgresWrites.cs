using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <summary>Sends statements that write, as one transaction.</summary>
internal static class PostgresWrites
{
    private const string Warning = "WARNING";

    /// <summary>Done when the statements are as durable as the server is asked to make them.</summary>
    /// <exception cref="StoreStandbyMissingException">The server gave up its wait for a standby, because time was up or somebody told it to. It says so in a warning
    /// only, and reports success, although a fail-over would lose the commit.</exception>
    public static async Task WriteAsync(NpgsqlDataSource source, string place, Action<NpgsqlBatch> add)
    {
        var isInDoubt = false;
        await using var connection = await source.OpenConnectionAsync();
        connection.Notice += (_, said) => isInDoubt |= said.Notice.InvariantSeverity == Warning;
        await using var statements = new NpgsqlBatch(connection);
        add(statements);
        await statements.ExecuteNonQueryAsync();
        if (isInDoubt) throw new StoreStandbyMissingException(place);
    }
}
