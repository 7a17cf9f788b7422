namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>One version of the agreed electronic format, as data: sheets, titles, columns, order, group headings, placeholders.</summary>
/// <param name="Id">Id of this version, written into every export.</param>
/// <param name="EffectiveFrom">First day on which submissions are asked to use it.</param>
/// <param name="Basis">The decision behind it, and what of the layout is our reading.</param>
/// <param name="SummarySheetName">Name of the first sheet.</param>
/// <param name="Layouts">The tables in order.</param>
public sealed record AefFieldTable(string Id, DateOnly EffectiveFrom, string Basis, string SummarySheetName, IReadOnlyList<AefTableLayout> Layouts)
{
    /// <summary>Sheet column of the first field, from 1.</summary>
    public const int FirstColumn = 2;

    /// <summary>The layout of one table.</summary>
    public AefTableLayout this[AefTable table] => Layouts.Single(l => l.Table == table);

    /// <summary>The six sheet names in order.</summary>
    public IReadOnlyList<string> SheetNames => [SummarySheetName, .. Layouts.Select(l => l.SheetName)];
}
