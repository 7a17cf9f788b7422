using System.Data.Common;
using JcmInterop.Storage.State;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <content>Reading every block of a registry.</content>
public sealed partial class PostgresRegistryStore
{
    private const int BodyBytesFirst = 4096;

    private protected override async Task ReadBlocksAsync(
        DbConnection connection, DbTransaction snapshot, string registry, SharedLoading loading, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT body FROM unit_block WHERE registry = $1", (NpgsqlConnection)connection, (NpgsqlTransaction)snapshot);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = registry });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var body = new byte[BodyBytesFirst];
        while (await reader.ReadAsync(cancellation))
        {
            var length = (int)reader.GetBytes(0, 0, null, 0, 0);
            if (length > body.Length) body = new byte[2 * length];
            reader.GetBytes(0, 0, body, 0, length);
            if (loading.Add(body.AsSpan(0, length), isBlock: true)) await loading.HandOverAsync();
        }
    }
}
