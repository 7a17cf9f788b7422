using System.Collections.Frozen;

namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>One sheet of the workbook.</summary>
public sealed class AefTableLayout
{
    private readonly FrozenDictionary<string, int> indexes;
    private readonly int[] columns;

    /// <summary>Describes a sheet.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sheetName">Sheet name, exactly.</param>
    /// <param name="title">Title cell, exactly.</param>
    /// <param name="jsonName">Name of the table in the JSON and CSV exports.</param>
    /// <param name="headerRow">Row of the headers, from 1; in table 1 the row of the first label.</param>
    /// <param name="fields">Fields in printed order.</param>
    public AefTableLayout(AefTable table, string sheetName, string title, string jsonName, int headerRow, IReadOnlyList<AefField> fields)
    {
        (Table, SheetName, Title, JsonName, HeaderRow, Fields) = (table, sheetName, title, jsonName, headerRow, fields);
        indexes = fields.Select((field, index) => (field, index)).ToFrozenDictionary(f => f.field.TechnicalName, f => f.index, StringComparer.Ordinal);
        columns = [.. fields.Select((_, index) => AefFieldTable.FirstColumn + fields.Take(index).Sum(f => f.SpacerAfter ? 2 : 1))];
    }

    /// <summary>The table.</summary>
    public AefTable Table { get; }

    /// <summary>Sheet name, exactly.</summary>
    public string SheetName { get; }

    /// <summary>Title cell, exactly.</summary>
    public string Title { get; }

    /// <summary>Name of the table in the JSON and CSV exports.</summary>
    public string JsonName { get; }

    /// <summary>Row of the headers, from 1; in table 1 the row of the first label.</summary>
    public int HeaderRow { get; }

    /// <summary>Fields in printed order.</summary>
    public IReadOnlyList<AefField> Fields { get; }

    /// <summary>Whether labels stand in one column with the value to the right (table 1) instead of in a header row.</summary>
    public bool IsVertical => Table == AefTable.Submission;

    /// <summary>The sheet column of a field, from 1: spacer columns before it are counted.</summary>
    public int ColumnOf(AefField field) => columns[field.Number - 1];

    /// <summary>The place of a field in the list, from 0, or -1 when this version of the table has no such field.</summary>
    public int IndexOf(string technicalName) => indexes.GetValueOrDefault(technicalName, -1);

    /// <summary>The field with a technical name.</summary>
    /// <exception cref="ArgumentException">The table has no such field.</exception>
    public AefField Field(string technicalName) => IndexOf(technicalName) is >= 0 and var index
        ? Fields[index]
        : throw new ArgumentException($"{Title} has no field {technicalName}.", nameof(technicalName));
}
