using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JcmInterop.Storage.Sqlite;

/// <summary>A prepared statement that changes rows and is run again and again with other values.</summary>
/// <remarks>Bound and stepped without the provider's commands, which would box every value and make a dozen objects a run; a batch of a thousand transfers runs
/// some ten thousand statements.</remarks>
internal sealed class Statement : IDisposable
{
    private const int TextBytesOnStack = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
    }

    /// <summary>Runs the statement with values for ?1, ?2 and so on.</summary>
    /// <returns>Number of rows changed.</returns>
    /// <exception cref="SqliteException">The statement failed; nothing of it was kept.</exception>
    public int Run(params ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), database);
        var outcome = raw.sqlite3_step(statement);
        try
        {
            if (outcome is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) SqliteException.ThrowExceptionForRC(outcome, database);
            return raw.sqlite3_changes(database);
        }
        finally
        {
            // Says again what step said already.
            raw.sqlite3_reset(statement);
            raw.sqlite3_clear_bindings(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, in SqlValue value) => value.Kind switch
    {
        SqlValueKind.Number => raw.sqlite3_bind_int64(statement, place, value.Number),
        SqlValueKind.Text => BindText(place, value.Text!),
        SqlValueKind.Bytes when value.Bytes.IsEmpty => raw.sqlite3_bind_zeroblob(statement, place, 0),
        SqlValueKind.Bytes => raw.sqlite3_bind_blob(statement, place, value.Bytes.Span),
        _ => raw.sqlite3_bind_null(statement, place),
    };

    private int BindText(int place, string text)
    {
        var bytesMost = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytesMost <= TextBytesOnStack)
        {
            Span<byte> few = stackalloc byte[TextBytesOnStack];
            return raw.sqlite3_bind_text(statement, place, (ReadOnlySpan<byte>)few[..Encoding.UTF8.GetBytes(text, few)]);
        }

        var many = ArrayPool<byte>.Shared.Rent(bytesMost);
        var outcome = raw.sqlite3_bind_text(statement, place, (ReadOnlySpan<byte>)many.AsSpan(0, Encoding.UTF8.GetBytes(text, many)));
        ArrayPool<byte>.Shared.Return(many);
        return outcome;
    }
}
