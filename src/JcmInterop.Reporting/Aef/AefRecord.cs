using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef;

/// <summary>One row of a file as it stands, under technical names, each value with its place: what checks work on, whoever wrote the file.</summary>
/// <param name="Layout">The table.</param>
/// <param name="Row">Sheet row, or index in the JSON array plus one.</param>
/// <param name="Values">Values by technical name; empty ones are left out.</param>
/// <param name="PlaceOf">Names the place of a field of this row.</param>
public sealed record AefRecord(AefTableLayout Layout, int Row, IReadOnlyDictionary<string, AefCell> Values, Func<AefField, string> PlaceOf)
{
    /// <summary>The value of a field, or an empty cell.</summary>
    public AefCell this[string technicalName] => Values.GetValueOrDefault(technicalName);

    /// <summary>The value as text, or nothing when empty or the mark for "not applicable".</summary>
    public string? Text(string technicalName) => this[technicalName] is { IsEmpty: false } cell && cell.ToString() is not "NA" and var text ? text : null;

    /// <summary>The place of a field, for a finding.</summary>
    public string Place(string technicalName) => PlaceOf(Layout.Field(technicalName));
}
