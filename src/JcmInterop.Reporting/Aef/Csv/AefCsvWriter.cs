using System.Text;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Csv;

/// <summary>Writes a submission as a folder with one CSV file per table: UTF-8 with byte order mark, headers are technical names, dates <c>yyyy-MM-dd</c>.</summary>
public static class AefCsvWriter
{
    /// <summary>Name of the file of a table.</summary>
    public static string FileName(AefTableLayout layout) => $"{layout.JsonName}.csv";

    /// <summary>Writes the files into a folder, which is made when it is missing. Rows are written as they come.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(AefDocument document, AefFieldTable fields, AefProfile profile, string folder)
    {
        Directory.CreateDirectory(folder);
        var projection = new AefProjection(profile);
        return
        [
            WriteTable(folder, fields[AefTable.Submission], [document.Submission], projection.Cells),
            WriteTable(folder, fields[AefTable.Authorizations], document.Authorizations, projection.Cells),
            WriteTable(folder, fields[AefTable.Actions], document.Actions, projection.Cells),
            WriteTable(folder, fields[AefTable.Holdings], document.Holdings, projection.Cells),
            WriteTable(folder, fields[AefTable.AuthorizedEntities], document.Entities, projection.Cells),
        ];
    }

    /// <summary>Takes back the mark that keeps a spreadsheet from running a text as a formula.</summary>
    internal static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && IsRisky(cell[1]) ? cell[1..] : cell;

    private static string WriteTable<TRow>(string folder, AefTableLayout layout, IEnumerable<TRow> rows, Func<AefTableLayout, TRow, AefCell[]> cells)
    {
        var path = Path.Combine(folder, FileName(layout));
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        WriteLine(output, layout.Fields.Select(f => f.TechnicalName));
        foreach (var row in rows) WriteLine(output, cells(layout, row).Select(c => Guarded(c.ToString())));
        return path;
    }

    private static void WriteLine(StreamWriter output, IEnumerable<string> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst) output.Write(',');
            isFirst = false;
            output.Write(cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        output.Write('\n');
    }

    private static string Guarded(string cell) => cell.Length > 0 && IsRisky(cell[0]) ? "'" + cell : cell;

    private static bool IsRisky(char first) => first is '=' or '+' or '-' or '@';
}
