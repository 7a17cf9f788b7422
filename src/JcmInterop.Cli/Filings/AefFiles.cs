using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Cli.Filings;

/// <summary>Submissions of other Parties, as files.</summary>
internal static class AefFiles
{
    /// <summary>Reads a workbook, its JSON form or a folder of CSV files; what is wrong with it is a finding of the result.</summary>
    /// <exception cref="InputFault">There is no such file.</exception>
    public static AefFile Read(FileSystemInfo file) => file.Exists || Directory.Exists(file.FullName)
        ? AefSubmissionFile.Read(file.FullName)
        : throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");

    /// <summary>Reads a file that must be usable, because something is compared with it.</summary>
    /// <exception cref="InputFault">The file is missing or nothing can be read from it.</exception>
    public static AefFile ReadUsable(FileSystemInfo file)
    {
        var read = Read(file);
        return read is { Party: not null, ReportedYear: not null } || read.ReadingFindings.FirstOrDefault(f => f.Severity == FindingSeverity.Error) is not { } fault
            ? read
            : throw new InputFault(
                $"{file} is not a submission in the agreed electronic format: {fault.Reason.English}", $"{file} は合意電子様式の提出ファイルではありません：{fault.Reason.Japanese}");
    }
}
