namespace JcmInterop.Reporting.Imports;

/// <summary>The columns of one kind of import file and how one of its rows is read.</summary>
/// <typeparam name="TRow">The typed row.</typeparam>
/// <param name="columns">Every column; a file has exactly these, in any order.</param>
/// <param name="read">Reads a row; the result is dropped where the reader noted a fault.</param>
internal sealed class ImportForm<TRow>(IReadOnlyList<string> columns, Func<RowReader, TRow> read)
{
    /// <summary>Reads a file: all of its rows, or every fault in it.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="check">Checks rows against each other; only rows that are sound in themselves are given.</param>
    public ImportResult<TRow> Read(string file, ReadOnlySpan<byte> bytes, Action<IReadOnlyList<(RowReader Place, TRow Row)>> check)
    {
        var faults = new FaultList(file);
        var rows = new List<(RowReader Place, TRow Row)>();
        if (CsvTable.Read(bytes, columns, faults) is { } table)
        {
            foreach (var record in table.Rows)
            {
                var reader = new RowReader(table, record, faults);
                var row = read(reader);
                if (reader.IsSound) rows.Add((reader, row));
            }
            check(rows);
        }
        return new ImportResult<TRow>(rows.Select(pair => pair.Row), faults.InFileOrder);
    }
}
