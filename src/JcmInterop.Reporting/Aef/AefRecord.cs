using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef;

/// <summary>One row of a file as it stands, under technical names, each value with its place: what checks work on, whoever wrote the file.</summary>
public sealed class AefRecord
{
    private readonly AefPlaces places;

    internal AefRecord(AefTableLayout layout, int row, AefCell[] cells, AefPlaces places)
    {
        (Layout, Row, Cells) = (layout, row, cells);
        this.places = places;
    }

    /// <summary>The table.</summary>
    public AefTableLayout Layout { get; }

    /// <summary>Sheet row, line of the CSV file, or index in the JSON array plus one.</summary>
    public int Row { get; }

    /// <summary>One cell per field of the layout.</summary>
    internal AefCell[] Cells { get; }

    /// <summary>The value of a field, or an empty cell; also when this version of the format has no such field.</summary>
    public AefCell this[string technicalName] => Layout.IndexOf(technicalName) is >= 0 and var index ? Cells[index] : AefCell.Empty;

    /// <summary>The value as text, or nothing when empty or the mark for "not applicable".</summary>
    public string? Text(string technicalName) => this[technicalName] is { IsEmpty: false } cell && cell.ToString() is not "NA" and var text ? text : null;

    /// <summary>The place of a field, for a finding; of the row, when this version of the format has no such field.</summary>
    public string Place(string technicalName) => places(Layout.IndexOf(technicalName) is >= 0 and var index ? Layout.Fields[index] : null, Row);
}
