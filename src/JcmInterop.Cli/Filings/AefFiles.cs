using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Workbook;

namespace JcmInterop.Cli.Filings;

/// <summary>Submissions of other Parties, as files.</summary>
internal static class AefFiles
{
    /// <summary>Reads a workbook or its JSON form.</summary>
    /// <exception cref="InputFault">The file is missing or is neither.</exception>
    public static AefFile Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        try
        {
            if (string.Equals(file.Extension, ".json", StringComparison.OrdinalIgnoreCase)) return AefJsonReader.Read(File.ReadAllBytes(file.FullName), AefVersion2.Fields);
            using var input = file.OpenRead();
            return AefWorkbookReader.Read(input, AefVersion2.Fields);
        }
        catch (FormatException e)
        {
            throw new InputFault($"{file} is not a submission in the agreed electronic format: {e.Message}", $"{file} は合意電子様式の提出ファイルではありません：{e.Message}");
        }
    }
}
