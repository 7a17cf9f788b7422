using System.IO.Compression;
using System.Text;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>Submissions as workbooks in memory, to damage and to read back.</summary>
internal static class AefBooks
{
    public const string Authorizations = "xl/worksheets/sheet3.xml";
    public const string Actions = "xl/worksheets/sheet4.xml";
    public const string Holdings = "xl/worksheets/sheet5.xml";

    public static byte[] Bytes(AefDocument document)
    {
        using var stream = new MemoryStream();
        AefWorkbookWriter.Write(document, AefVersion2.Fields, AefProfile.Checker, stream, AefSamples.WrittenAt);
        return stream.ToArray();
    }

    public static byte[] Bytes(AefFile file)
    {
        using var stream = new MemoryStream();
        AefWorkbookWriter.Write(file, stream, AefSamples.WrittenAt);
        return stream.ToArray();
    }

    /// <summary>The workbook with something replaced in one of its parts.</summary>
    public static byte[] Edited(byte[] workbook, string part, string from, string to)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            using var content = entry.Open();
            var text = new StreamReader(content).ReadToEnd();
            text.ShouldContain(from);
            content.SetLength(0);
            content.Write(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        }

        return stream.ToArray();
    }

    /// <summary>The workbook with one part more.</summary>
    public static byte[] WithPart(byte[] workbook, string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var entry = archive.CreateEntry(part).Open();
            write(entry);
        }

        return stream.ToArray();
    }

    /// <summary>Reads a workbook as a file from anybody: whatever is wrong with it is a finding.</summary>
    public static AefFile Read(byte[] bytes)
    {
        using var folder = new TemporaryPath();
        File.WriteAllBytes(folder.Path, bytes);
        return AefSubmissionFile.Read(folder.Path) with { Name = "file.xlsx" };
    }

    /// <summary>The file as read back from a workbook with one cell changed.</summary>
    public static AefFile With(AefDocument document, AefTable table, string field, AefCell value)
    {
        var file = AefFile.Of(document, AefVersion2.Fields, AefProfile.Checker);
        var record = file[table][0];
        record.Cells[record.Layout.IndexOf(field)] = value;
        return Read(Bytes(file));
    }

    /// <summary>Findings of the first file, checked beside the others.</summary>
    public static IReadOnlyList<Finding> Check(AefFile file, params AefFile[] others) =>
        AefCheckReport.Of([file, .. others], AefNomenclature.February2026).Files[0].Findings;

    public static string Cell(AefTable table, string field, int row)
    {
        var layout = AefVersion2.Fields[table];
        return CellReference.Of(layout.ColumnOf(layout.Field(field)), row);
    }
}
