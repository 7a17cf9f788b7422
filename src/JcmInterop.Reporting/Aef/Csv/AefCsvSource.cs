using System.Globalization;
using System.Text;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Csv;

/// <summary>A folder with one CSV file per table being read; headers are technical names or printed headers.</summary>
internal sealed class AefCsvSource(string folder, AefFieldTable fields) : AefSource
{
    /// <summary>Largest file read, in bytes.</summary>
    public const long FileBytesMax = 1L << 30;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public override AefFieldTable Fields => fields;

    public override IEnumerable<AefRecord> Rows(AefTableLayout layout)
    {
        var name = AefCsvWriter.FileName(layout);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Found.Add(AefReadingFindings.MissingSheet(layout));
            yield break;
        }

        using var input = File.OpenRead(path);
        var fault = input.Length > FileBytesMax ? $"it is larger than {FileBytesMax} bytes" : CsvEncoding.Fault(input);
        if (fault is not null)
        {
            Found.Add(AefReadingFindings.Unreadable(name, fault));
            yield break;
        }

        using var text = new StreamReader(input, Encoding.UTF8);
        foreach (var record in Records(layout, name, new CsvRecords(text, name))) yield return record;
    }

    private IEnumerable<AefRecord> Records(AefTableLayout layout, string name, CsvRecords csv)
    {
        AefColumnMap? columns = null;
        var pool = new AefTextPool(layout.Fields.Count);
        AefPlaces places = (field, row) => field is not null && columns?.ColumnOf(field) is { } column ? $"{name}!{CellReference.Of(column, row)}" : $"{name}!{row}:{row}";
        foreach (var record in csv.All())
        {
            var line = csv.Line;
            if (columns is null) columns = AefColumnMap.Read(layout, [.. record.Select((text, i) => (i + 1, text))], column => $"{name}!{CellReference.Of(column, line)}", Found, areTechnicalNames: true);
            else if (Record(layout, record, columns, pool, places, line) is { } row) yield return row;
        }

        if (columns is null) Found.Add(AefReadingFindings.MissingSheet(layout));
    }

    private AefRecord? Record(AefTableLayout layout, IReadOnlyList<string> cells, AefColumnMap columns, AefTextPool pool, AefPlaces places, int line)
    {
        AefCell[]? values = null;
        for (var i = 0; i < cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i])) continue;
            var field = columns.FieldAt(i + 1);
            if (field < 0)
            {
                Found.Add(AefReadingFindings.StrayValue($"{AefCsvWriter.FileName(layout)}!{CellReference.Of(i + 1, line)}", cells[i]));
                continue;
            }

            values ??= new AefCell[layout.Fields.Count];
            values[field] = pool.Pooled(field, Cell(layout.Fields[field], AefCsvWriter.Unguarded(cells[i]).Trim()));
        }

        return values is null ? null : new AefRecord(layout, line, values, places);
    }

    // A CSV file has no types: the field says how a text is meant. What does not fit stays text, for the check of its form.
    private static AefCell Cell(AefField field, string text) => field.Format switch
    {
        AefFieldFormat.Integer or AefFieldFormat.Year or AefFieldFormat.ItmoIdentifier
            when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => AefCell.OfNumber(number),
        AefFieldFormat.Date or AefFieldFormat.ActionDate
            when DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => AefCell.OfDate(date),
        _ => AefCell.OfText(text),
    };
}
