using JcmInterop.Reporting.Aef.Csv;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Workbook;

namespace JcmInterop.Reporting.Aef;

/// <summary>A submission on disk, in whichever form: an XLSX workbook, its JSON form, or a folder of CSV files.</summary>
public static class AefSubmissionFile
{
    private static ReadOnlySpan<byte> ZipMark => "PK"u8;

    private static ReadOnlySpan<byte> CompoundMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a submission. What is wrong with the file is a finding of the result, whatever it is; it has no rows when nothing could be read.</summary>
    /// <param name="path">File or folder.</param>
    /// <exception cref="IOException">The file is missing or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static AefFile Read(string path)
    {
        try
        {
            return ReadAny(path) with { Name = path };
        }
        catch (FormatException fault)
        {
            return Unreadable(fault.Message) with { Name = path };
        }
    }

    private static AefFile ReadAny(string path)
    {
        if (Directory.Exists(path))
        {
            using var folder = new AefCsvSource(path, AefVersion2.Fields);
            return AefFile.Read(folder);
        }

        using var input = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        var length = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        input.Position = 0;
        if (length == 0) return Unreadable("it is empty");
        if (start.StartsWith(CompoundMark)) return Unreadable("it is an old .xls workbook or is protected by a password; save it as .xlsx without password");
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Unreadable($"one CSV file is one table; name the folder with {string.Join(", ", AefVersion2.Fields.Layouts.Select(AefCsvWriter.FileName))}");
        using var source = start.StartsWith(ZipMark) ? AefWorkbookReader.Open(input) : AefJsonReader.Open(input);
        return AefFile.Read(source);
    }

    private static AefFile Unreadable(string reason) =>
        new(AefVersion2.Fields, new Dictionary<AefTable, IReadOnlyList<AefRecord>>(), [AefReadingFindings.Unreadable("*", reason)]);
}
