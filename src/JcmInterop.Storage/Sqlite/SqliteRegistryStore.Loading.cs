using System.Data.Common;
using Dapper;
using JcmInterop.Storage.State;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JcmInterop.Storage.Sqlite;

/// <content>Reading every block of a registry, past the provider's objects: a million rows would be several million.</content>
public sealed partial class SqliteRegistryStore
{
    private const string SelectByIndex = "SELECT body FROM unit_block WHERE registry = ?1";

    // Through the index every row is a page from somewhere in the file; where most rows are wanted, reading all of them in the order of the file is several times sooner.
    private const string SelectInFileOrder = "SELECT body FROM unit_block NOT INDEXED WHERE registry = ?1";

    private const string IsMostOfTable =
        "SELECT coalesce((SELECT count(*) FROM unit_block WHERE registry = @registry) > (SELECT max(rowid) FROM unit_block) / 8, 0)";

    private protected override async Task ReadBlocksAsync(
        DbConnection connection, DbTransaction snapshot, string registry, SharedLoading loading, CancellationToken cancellation)
    {
        var database = ((SqliteConnection)connection).Handle!;
        var isMost = ((SqliteConnection)connection).ExecuteScalar<long>(IsMostOfTable, new { registry }, snapshot) == 1;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, isMost ? SelectInFileOrder : SelectByIndex, out var statement), database);
        using (statement)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_text(statement, 1, registry), database);
            while (true)
            {
                var outcome = raw.sqlite3_step(statement);
                if (outcome == raw.SQLITE_DONE) return;
                if (outcome != raw.SQLITE_ROW) SqliteException.ThrowExceptionForRC(outcome, database);
                if (!loading.Add(raw.sqlite3_column_blob(statement, 0), isBlock: true)) continue;
                cancellation.ThrowIfCancellationRequested();
                await loading.HandOverAsync();
            }
        }
    }
}
