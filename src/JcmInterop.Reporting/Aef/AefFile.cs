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
    /// <summary>The rows of a table; none when its sheet is missing.</summary>
    public IReadOnlyList<AefRecord> this[AefTable table] => Tables.GetValueOrDefault(table) ?? [];

    /// <summary>The single row of table 1, or nothing when its sheet is missing.</summary>
    public AefRecord? Submission => this[AefTable.Submission] is [var row, ..] ? row : null;

    /// <summary>The file a submission will become, without writing it: the same cells at the same places.</summary>
    public static AefFile Of(AefDocument document, AefFieldTable fields, AefProfile profile)
    {
        var projection = new AefProjection(profile);
        return new AefFile(
            fields,
            new Dictionary<AefTable, IReadOnlyList<AefRecord>>
            {
                [AefTable.Submission] = [SubmissionRecord(fields[AefTable.Submission], projection, document.Submission)],
                [AefTable.Authorizations] = Records(fields[AefTable.Authorizations], document.Authorizations, projection.Cells),
                [AefTable.Actions] = Records(fields[AefTable.Actions], document.Actions, projection.Cells),
                [AefTable.Holdings] = Records(fields[AefTable.Holdings], document.Holdings, projection.Cells),
                [AefTable.AuthorizedEntities] = Records(fields[AefTable.AuthorizedEntities], document.Entities, projection.Cells),
            },
            []);
    }

    /// <summary>The place of a field in the sheet of its table.</summary>
    internal static string SheetPlace(AefTableLayout layout, AefField field, int row) => layout.IsVertical
        ? $"{layout.SheetName}!{CellReference.Of(AefFieldTable.FirstColumn + 1, layout.HeaderRow + field.Number - 1)}"
        : $"{layout.SheetName}!{CellReference.Of(layout.ColumnOf(field), row)}";

    private static AefRecord SubmissionRecord(AefTableLayout layout, AefProjection projection, AefSubmission submission) =>
        new(layout, layout.HeaderRow, Values(layout, projection.Cells(layout, submission)), field => SheetPlace(layout, field, 0));

    private static List<AefRecord> Records<TRow>(AefTableLayout layout, IEnumerable<TRow> rows, Func<AefTableLayout, TRow, AefCell[]> cells) =>
        [.. rows.Select((row, i) =>
        {
            var number = layout.HeaderRow + 1 + i;
            return new AefRecord(layout, number, Values(layout, cells(layout, row)), field => SheetPlace(layout, field, number));
        })];

    private static Dictionary<string, AefCell> Values(AefTableLayout layout, AefCell[] cells) =>
        layout.Fields.Zip(cells).Where(p => !p.Second.IsEmpty).ToDictionary(p => p.First.TechnicalName, p => p.Second, StringComparer.Ordinal);
}
