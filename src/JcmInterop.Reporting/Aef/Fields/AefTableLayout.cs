namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>One sheet of the workbook.</summary>
/// <param name="Table">The table.</param>
/// <param name="SheetName">Sheet name, exactly.</param>
/// <param name="Title">Title cell, exactly.</param>
/// <param name="JsonName">Name of the table in the JSON export.</param>
/// <param name="HeaderRow">Row of the headers, from 1; in table 1 the row of the first label.</param>
/// <param name="Fields">Fields in printed order.</param>
public sealed record AefTableLayout(
    AefTable Table, string SheetName, string Title, string JsonName, int HeaderRow, IReadOnlyList<AefField> Fields)
{
    /// <summary>Whether labels stand in one column with the value to the right (table 1) instead of in a header row.</summary>
    public bool IsVertical => Table == AefTable.Submission;

    /// <summary>The sheet column of a field, from 1: spacer columns before it are counted.</summary>
    public int ColumnOf(AefField field) => AefFieldTable.FirstColumn + Fields.TakeWhile(f => f != field).Sum(f => f.SpacerAfter ? 2 : 1);

    /// <summary>The field with a technical name.</summary>
    /// <exception cref="ArgumentException">The table has no such field.</exception>
    public AefField Field(string technicalName) => Fields.FirstOrDefault(f => string.Equals(f.TechnicalName, technicalName, StringComparison.Ordinal))
        ?? throw new ArgumentException($"{Title} has no field {technicalName}.", nameof(technicalName));
}
