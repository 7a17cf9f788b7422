using System.Text;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Server.Reports;

/// <summary>A report as an answer: a file with its media type and name.</summary>
internal static class ReportFile
{
    public const string Json = "json";
    public const string Workbook = "xlsx";
    public const string Csv = "csv";
    public const string Html = "html";

    /// <summary>Writes the file and answers with it.</summary>
    public static IResult Of(string format, string name, Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        return Results.Bytes(output.ToArray(), MediaType(format), $"{name}.{format}");
    }

    /// <summary>Writes a table as comma-separated values and answers with it.</summary>
    public static IResult Of(string name, TextTable table) => Of(Csv, name, output => output.Write(Encoding.UTF8.GetBytes(table.ToCsv())));

    private static string MediaType(string format) => format switch
    {
        Json => "application/json",
        Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Csv => "text/csv; charset=utf-8",
        Html => "text/html; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
