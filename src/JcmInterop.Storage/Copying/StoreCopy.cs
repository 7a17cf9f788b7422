using System.Data.Common;
using System.Runtime.CompilerServices;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Copying;

/// <summary>Copies a whole record from one store to an empty one, row by row and byte for byte, and checks what arrived.</summary>
/// <remarks>The source is read as of one instant, so a store on a database server may be in use meanwhile. Everything arrives, or nothing.
/// Which tables there are is asked of the databases, so none is forgotten when one is added.</remarks>
public static class StoreCopy
{
    /// <summary>Copies and checks.</summary>
    /// <returns>The registries, and what the check of the copy found; nothing when all is well.</returns>
    /// <exception cref="StoreNotEmptyException">The target holds a record already.</exception>
    /// <exception cref="StoreUnavailableException">One of the two stores failed; the target is as empty as before.</exception>
    public static async Task<StoreCopyResult> RunAsync(RelationalRegistryStore from, RelationalRegistryStore to, CancellationToken cancellation = default)
    {
        if ((await to.RegistriesAsync(cancellation)).Count > 0 || (await to.ReadActsAsync(null, 1, cancellation)).Count > 0) throw new StoreNotEmptyException(to.Place);
        var rows = await from.ReadSnapshotAsync((connection, snapshot) => CopyAsync(connection, snapshot, from, to, cancellation), cancellation);
        var registries = new Dictionary<BilateralRegistryId, JournalHead>();
        foreach (var registry in await to.RegistriesAsync(cancellation)) registries.Add(registry, (await to.HeadsAsync(registry, cancellation)).Journal);
        return new StoreCopyResult(rows, registries, await StoreCheck.RunAsync(to, cancellation));
    }

    private static async Task<long> CopyAsync(
        DbConnection source, DbTransaction snapshot, RelationalRegistryStore from, RelationalRegistryStore to, CancellationToken cancellation)
    {
        var tables = await from.TablesAsync(source, cancellation);
        var copied = 0L;
        await to.TakeCopyAsync(
            async write =>
            {
                foreach (var table in tables) copied += await write(table, RowsAsync(source, snapshot, table, cancellation));
            },
            cancellation);
        return copied;
    }

    private static async IAsyncEnumerable<object[]> RowsAsync(
        DbConnection source, DbTransaction snapshot, CopiedTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = table.Select;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
