namespace JcmInterop.Reporting.Aef;

/// <summary>The cells of one table, column by column: what repeats in a column is kept once, so that half a million rows take tens of megabytes instead of hundreds.</summary>
/// <param name="columns">Number of columns.</param>
internal sealed class AefCellStore(int columns)
{
    private readonly AefCellColumn[] cells = [.. Enumerable.Range(0, columns).Select(_ => new AefCellColumn())];

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The column at a place, from 0.</summary>
    public AefCellColumn this[int column] => cells[column];

    /// <summary>The cell of a row and column, both from 0.</summary>
    public AefCell this[int row, int column] => cells[column][row];

    /// <summary>Adds a row and gives its place, from 0.</summary>
    public int Add(IReadOnlyList<AefCell> row)
    {
        for (var i = 0; i < cells.Length; i++) cells[i].Add(row[i]);
        return Rows++;
    }
}
