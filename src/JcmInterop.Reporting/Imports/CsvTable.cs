using CsvHelper;

namespace JcmInterop.Reporting.Imports;

/// <summary>The header and records of an import file whose columns are exactly those of its form; their order is free.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> places;

    private CsvTable(Dictionary<string, int> places, IReadOnlyList<CsvRow> rows)
    {
        this.places = places;
        Rows = rows;
    }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads the table, or adds what is wrong with it and gives nothing. Faults of single rows leave the other rows readable.</summary>
    public static CsvTable? Read(ReadOnlySpan<byte> bytes, IReadOnlyList<string> columns, FaultList faults)
    {
        if (!CsvText.TryRead(bytes, out var text, out var problem))
        {
            faults.Add(0, "", "", problem!);
            return null;
        }
        var records = Records(text, faults);
        if (records.Count == 0) return null;
        var header = records[0];
        if (faults.ReachesBefore(header.Line) || CsvHeader.Fault(header, columns, faults)) return null;
        if (records.Count == 1) faults.Add(header.Line, "", "", FileProblem.NoRows);
        if (records.Count - 1 > ImportLimits.RowsMax) faults.Add(0, "", "", FileProblem.TooManyRows);
        var columnPlaces = header.Cells.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        return new CsvTable(columnPlaces, [.. records.Skip(1).Take(ImportLimits.RowsMax).Where(row => Fits(row, header, faults))]);
    }

    public string Cell(CsvRow row, string column) => row.Cells[places[column]];

    private static bool Fits(CsvRow row, CsvRow header, FaultList faults)
    {
        if (row.Cells.Length == header.Cells.Length) return true;
        faults.Add(row.Line, "", "", FileProblem.CellCount(row.Cells.Length, header.Cells.Length));
        return false;
    }

    private static List<CsvRow> Records(string text, FaultList faults)
    {
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add((int)record.LineNumber, "", "", FileProblem.Quotation),
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<CsvRow>();
        while (rows.Count <= ImportLimits.RowsMax + 1 && reader.Read()) rows.Add(new CsvRow((int)reader.LineNumber, reader.Current.ToArray()));
        return rows;
    }
}
