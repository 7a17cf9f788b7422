using CsvHelper;
using JcmInterop.Reporting.Imports;
using CsvRow = JcmInterop.Reporting.Imports.CsvRow;

namespace JcmInterop.Reporting.Records;

/// <summary>The rows of one file of another system, with the place of every mapped field.</summary>
internal sealed class MappedTable
{
    private readonly Dictionary<RecordField, int> places;

    private MappedTable(RecordMapping mapping, Dictionary<RecordField, int> places, IReadOnlyList<CsvRow> rows) => (Mapping, this.places, Rows) = (mapping, places, rows);

    public RecordMapping Mapping { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads the table, or adds what is wrong with it and gives nothing. Faults of single rows leave the other rows readable.</summary>
    public static MappedTable? Read(ReadOnlySpan<byte> bytes, RecordMapping mapping, FaultList faults)
    {
        string text;
        ImportProblem? problem;
        var isRead = mapping.Encoding == RecordEncoding.Utf8
            ? CsvText.TryRead(bytes, out text, out problem, RecordLimits.FileBytesMax)
            : CsvText.TryReadShiftJis(bytes, out text, out problem, RecordLimits.FileBytesMax);
        if (!isRead)
        {
            faults.Add(0, "", "", problem!);
            return null;
        }

        var rows = Records(text, mapping, faults);
        if (rows.Find(r => r.Line >= mapping.HeaderLine) is not { } header)
        {
            faults.Add(0, "", "", RecordProblem.NoHeader(mapping.HeaderLine));
            return null;
        }

        if (faults.ReachesBefore(header.Line) || Places(header, mapping, faults) is not { } found) return null;
        rows.RemoveAll(r => r.Line <= header.Line || Array.TrueForAll(r.Cells, string.IsNullOrWhiteSpace));
        if (rows.Count == 0) faults.Add(header.Line, "", "", FileProblem.NoRows);
        if (rows.Count > RecordLimits.RowsMax) faults.Add(0, "", "", FileProblem.MoreThan(RecordLimits.RowsMax));
        rows.RemoveAll(r => !Fits(r, header, faults));
        return new MappedTable(mapping, found, rows);
    }

    /// <summary>The header of the column a field is read from; the name of the field where it has a default only.</summary>
    public string Header(RecordField field) => Mapping.Columns.GetValueOrDefault(field) ?? field.ToString();

    /// <summary>The cell of a field: what the file says, or its default; empty where there is neither.</summary>
    public string Cell(CsvRow row, RecordField field)
    {
        var cell = places.TryGetValue(field, out var place) ? row.Cells[place] : "";
        if (cell.Length > 0 && Mapping.EmptyWords.Contains(cell, StringComparer.Ordinal)) cell = "";
        if (cell.Length == 0) cell = Mapping.Defaults.GetValueOrDefault(field) ?? "";
        return Mapping.Values.TryGetValue(field, out var words) && words.TryGetValue(cell, out var meant) ? meant : cell;
    }

    private static Dictionary<RecordField, int>? Places(CsvRow header, RecordMapping mapping, FaultList faults)
    {
        if (header.Cells.Length > RecordLimits.ColumnsMax)
        {
            faults.Add(header.Line, "", "", RecordProblem.TooManyColumns);
            return null;
        }

        var isSound = true;
        var byField = new Dictionary<RecordField, int>();
        foreach (var (field, name) in mapping.Columns)
        {
            var matches = Enumerable.Range(0, header.Cells.Length).Where(i => header.Cells[i].Trim() == name).ToList();
            if (matches.Count == 1) byField[field] = matches[0];
            else faults.Add(header.Line, name, "", matches.Count == 0 ? RecordProblem.MissingColumn(field) : FileProblem.RepeatedColumn);
            isSound &= matches.Count == 1;
        }

        if (mapping.IgnoredColumns.Contains("*", StringComparer.Ordinal)) return isSound ? byField : null;
        foreach (var other in header.Cells.Select(c => c.Trim()).Where(c => !mapping.Columns.Values.Contains(c, StringComparer.Ordinal) && !mapping.IgnoredColumns.Contains(c, StringComparer.Ordinal)))
        {
            faults.Add(header.Line, other, other, RecordProblem.UnmappedColumn);
            isSound = false;
        }

        return isSound ? byField : null;
    }

    private static bool Fits(CsvRow row, CsvRow header, FaultList faults)
    {
        if (row.Cells.Length == header.Cells.Length) return true;
        faults.Add(row.Line, "", "", FileProblem.CellCount(row.Cells.Length, header.Cells.Length));
        return false;
    }

    private static List<CsvRow> Records(string text, RecordMapping mapping, FaultList faults)
    {
        var options = new CsvReaderOptions
        {
            Separator = mapping.Separator[0],
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add((int)record.LineNumber, "", "", FileProblem.Quotation),
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<CsvRow>();
        while (rows.Count <= RecordLimits.RowsMax + mapping.HeaderLine && reader.Read()) rows.Add(new CsvRow((int)reader.LineNumber, reader.Current.ToArray()));
        return rows;
    }
}
