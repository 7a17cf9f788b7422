using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef;

/// <summary>A submission as it stands in a file, for checking and comparing.</summary>
/// <param name="Fields">Version of the format.</param>
/// <param name="Tables">Rows per table; table 1 has one.</param>
/// <param name="ReadingFindings">What was wrong with the layout: missing sheets and headers.</param>
public sealed record AefFile(AefFieldTable Fields, IReadOnlyDictionary<AefTable, IReadOnlyList<AefRecord>> Tables, IReadOnlyList<Finding> ReadingFindings)
{
    /// <summary>Name by which people know the file; nothing for one that was never written.</summary>
    public string? Name { get; init; }

    /// <summary>The rows of a table; none when its sheet is missing.</summary>
    public IReadOnlyList<AefRecord> this[AefTable table] => Tables.GetValueOrDefault(table) ?? [];

    /// <summary>The single row of table 1, or nothing when its sheet is missing.</summary>
    public AefRecord? Submission => this[AefTable.Submission] is [var row, ..] ? row : null;

    /// <summary>The reporting Party, or nothing when table 1 does not name one.</summary>
    public PartyCode? Party => Submission?.Text("ParticipatingParty") is { } text ? PartyNames.Find(text) : null;

    /// <summary>The reported calendar year, or nothing when table 1 does not name one.</summary>
    public int? ReportedYear => Submission?["ReportedYear"] is { Kind: AefCellKind.Integer, Number: >= 1990 and <= 2200 and var year } ? (int)year : null;

    /// <summary>The version of the submission; 1.0 where the format has none or the cell cannot be read.</summary>
    public AefSubmissionVersion Version =>
        Submission is { } row && AefSubmissionVersion.TryParse(row["SubmissionVersion"].ToString(), out var version) ? version : AefSubmissionVersion.First;

    /// <summary>Takes in everything a source has.</summary>
    /// <exception cref="FormatException">The file is damaged or exceeds a limit.</exception>
    public static AefFile Read(AefSource source)
    {
        var tables = new Dictionary<AefTable, IReadOnlyList<AefRecord>>();
        foreach (var layout in source.Fields.Layouts) tables[layout.Table] = AefRecord.Kept(layout, source.Rows(layout));
        return new AefFile(source.Fields, tables, source.Findings);
    }

    /// <summary>The file a submission will become, without writing it: the same cells at the same places.</summary>
    public static AefFile Of(AefDocument document, AefFieldTable fields, AefProfile profile)
    {
        var projection = new AefProjection(profile);
        return new AefFile(
            fields,
            new Dictionary<AefTable, IReadOnlyList<AefRecord>>
            {
                [AefTable.Submission] = Records(fields[AefTable.Submission], [document.Submission], projection.Cells),
                [AefTable.Authorizations] = Records(fields[AefTable.Authorizations], document.Authorizations, projection.Cells),
                [AefTable.Actions] = Records(fields[AefTable.Actions], document.Actions, projection.Cells),
                [AefTable.Holdings] = Records(fields[AefTable.Holdings], document.Holdings, projection.Cells),
                [AefTable.AuthorizedEntities] = Records(fields[AefTable.AuthorizedEntities], document.Entities, projection.Cells),
            },
            []);
    }

    /// <summary>The place of a field in the sheet of its table, where the writer puts it.</summary>
    internal static string SheetPlace(AefTableLayout layout, AefField? field, int row) => (layout.IsVertical, field) switch
    {
        (_, null) => $"{layout.SheetName}!{row}:{row}",
        (true, _) => $"{layout.SheetName}!{CellReference.Of(AefFieldTable.FirstColumn + 1, layout.HeaderRow + field.Number - 1)}",
        _ => $"{layout.SheetName}!{CellReference.Of(layout.ColumnOf(field), row)}",
    };

    private static List<AefRecord> Records<TRow>(AefTableLayout layout, IEnumerable<TRow> rows, Func<AefTableLayout, TRow, AefCell[]> cells)
    {
        AefPlaces places = (field, row) => SheetPlace(layout, field, row);
        return [.. rows.Select((row, i) => new AefRecord(layout, layout.HeaderRow + 1 + i, cells(layout, row), places))];
    }
}
