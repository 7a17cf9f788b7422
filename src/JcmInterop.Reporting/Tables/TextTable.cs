using System.Text;

namespace JcmInterop.Reporting.Tables;

/// <summary>A plain table for a terminal, a CSV file or a console page: a title, columns, rows of text.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Columns">Columns in order.</param>
/// <param name="Rows">Rows in order; each has one text per column.</param>
public sealed record TextTable(string Title, IReadOnlyList<TextColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table as comma-separated values with a header row: RFC 4180, line feeds, no byte order mark.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        AppendLine(text, Columns.Select(c => c.Header));
        foreach (var row in Rows) AppendLine(text, row);
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell)
    {
        // A spreadsheet would run a cell that begins like a formula; negative numbers stay numbers.
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '@' or '\t' or '\r' or '-' && !decimal.TryParse(cell, out _) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
