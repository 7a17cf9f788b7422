using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>The printed group headings of a table and the columns each one spans.</summary>
internal static class AefGroupHeadings
{
    private const int FirstGroupRow = 4;

    /// <param name="Level">Depth, from 0.</param>
    /// <param name="Heading">Text.</param>
    /// <param name="FirstColumn">First column, included.</param>
    /// <param name="Range">Merged cells, or nothing for a single column.</param>
    public sealed record Group(int Level, string Heading, int FirstColumn, string? Range);

    public static IReadOnlyList<Group> Of(AefTableLayout layout)
    {
        var groups = new List<Group>();
        var depth = layout.Fields.Max(f => f.Groups.Count);
        for (var level = 0; level < depth; level++)
        {
            for (var i = 0; i < layout.Fields.Count; i++)
            {
                if (Path(layout.Fields[i], level) is not { } path || (i > 0 && path == Path(layout.Fields[i - 1], level))) continue;
                var last = i;
                while (last + 1 < layout.Fields.Count && path == Path(layout.Fields[last + 1], level)) last++;
                var (from, to) = (layout.ColumnOf(layout.Fields[i]), layout.ColumnOf(layout.Fields[last]));
                var row = FirstGroupRow + level;
                var range = from == to ? null : $"{CellReference.Of(from, row)}:{CellReference.Of(to, row)}";
                groups.Add(new Group(level, layout.Fields[i].Groups[level], from, range));
            }
        }

        return groups;
    }

    private static string? Path(AefField field, int level) => field.Groups.Count > level ? string.Join(" > ", field.Groups.Take(level + 1)) : null;
}
