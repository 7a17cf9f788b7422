using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef;

/// <summary>One row of a file as it stands, under technical names, each value with its place: what checks work on, whoever wrote the file.</summary>
public sealed class AefRecord
{
    private readonly AefPlaces places;

    // The row's own cells while it is read, or the store of the whole table once it is kept.
    private readonly object cells;
    private readonly int index;

    internal AefRecord(AefTableLayout layout, int row, AefCell[] cells, AefPlaces places)
    {
        (Layout, Row, this.cells) = (layout, row, cells);
        this.places = places;
    }

    private AefRecord(AefRecord read, AefCellStore store)
    {
        (Layout, Row, places, cells) = (read.Layout, read.Row, read.places, store);
        index = store.Add(read.Cells);
    }

    /// <summary>The table.</summary>
    public AefTableLayout Layout { get; }

    /// <summary>Sheet row, line of the CSV file, or index in the JSON array plus one.</summary>
    public int Row { get; }

    /// <summary>One cell per field of the layout.</summary>
    internal AefCell[] Cells => cells as AefCell[] ?? [.. Layout.Fields.Select((_, i) => this[i])];

    /// <summary>The cell of a field, from 0.</summary>
    internal AefCell this[int field] => cells is AefCellStore store ? store[index, field] : ((AefCell[])cells)[field];

    /// <summary>The value of a field, or an empty cell; also when this version of the format has no such field.</summary>
    public AefCell this[string technicalName] => Layout.IndexOf(technicalName) is >= 0 and var field ? this[field] : AefCell.Empty;

    /// <summary>The value as text, or nothing when empty or the mark for "not applicable".</summary>
    public string? Text(string technicalName) => this[technicalName] is { IsEmpty: false } cell && cell.ToString() is not "NA" and var text ? text : null;

    /// <summary>The place of a field, for a finding; of the row, when this version of the format has no such field.</summary>
    public string Place(string technicalName) => places(Layout.IndexOf(technicalName) is >= 0 and var field ? Layout.Fields[field] : null, Row);

    /// <summary>The rows of a table, kept close together.</summary>
    internal static IReadOnlyList<AefRecord> Kept(AefTableLayout layout, IEnumerable<AefRecord> rows)
    {
        var store = new AefCellStore(layout.Fields.Count);
        return [.. rows.Select(row => new AefRecord(row, store))];
    }
}
