using System.Globalization;
using System.Security.Cryptography;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Archives;

/// <summary>What a Party froze and filed: holdings at 31 December and every version of every submission. Files are written once, never changed, and checked whenever they are read.</summary>
/// <param name="folder">Folder of the archive; made when something is first kept.</param>
public sealed class AefArchive(string folder)
{
    private const string FolderName = "filings";

    // Full identifiers and codes: what is kept must not lose the originating registry.
    private static readonly AefProfile KeptIn = AefProfile.DecisionPrinted;

    private readonly AefArchiveLog log = new(Path.Combine(folder, "filings.jsonl"));

    /// <summary>The archive of a node.</summary>
    /// <param name="dataDirectory">Data directory of the node.</param>
    public static AefArchive Of(string dataDirectory) => new(Path.Combine(dataDirectory, FolderName));

    /// <summary>Everything that was kept, in order.</summary>
    /// <exception cref="AefArchiveException">The log was changed by hand.</exception>
    public IReadOnlyList<AefArchiveEntry> Entries => log.Read();

    /// <summary>The holdings frozen for the end of a year, or nothing.</summary>
    /// <exception cref="AefArchiveException">The file or the log was changed by hand.</exception>
    public IReadOnlyList<AefUnits>? FrozenHoldings(PartyCode party, int year) =>
        Read(HoldingsName(party, year)) is { } file ? [.. file[AefTable.Holdings].Select(AefUnitsReading.Of)] : null;

    /// <summary>Freezes the holdings at 31 December of a year; they are never written again.</summary>
    /// <param name="submission">Party and year.</param>
    /// <param name="holdings">The holdings.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="journals">How far each journal had come.</param>
    /// <exception cref="AefArchiveException">The year is not over, or its holdings are already frozen.</exception>
    public AefArchiveEntry Freeze(AefSubmission submission, IEnumerable<AefUnits> holdings, DateTimeOffset at, IReadOnlyDictionary<string, long> journals)
    {
        if (DateOnly.FromDateTime(at.UtcDateTime) <= submission.HoldingsDay)
            throw new AefArchiveException(
                $"The year {submission.ReportedYear} is not over (UTC): its holdings are frozen from 1 January on.", $"{submission.ReportedYear} 年はまだ終わっていません（UTC）。保有は翌年1月1日以降に確定します。");
        return Keep(HoldingsName(submission.Party, submission.ReportedYear), new AefDocument(submission, [], [], holdings, []), KeptIn, at, journals);
    }

    /// <summary>Versions of a submission that were kept, in order.</summary>
    public IReadOnlyList<AefSubmissionVersion> Versions(PartyCode party, int year)
    {
        var stem = $"{party}_{year.ToString("0000", CultureInfo.InvariantCulture)}_";
        return [.. Entries.Where(e => e.File.StartsWith(stem, StringComparison.Ordinal) && AefSubmissionVersion.TryParse(Path.GetFileNameWithoutExtension(e.File)[stem.Length..], out _))
            .Select(e => AefSubmissionVersion.TryParse(Path.GetFileNameWithoutExtension(e.File)[stem.Length..], out var version) ? version : default).Order()];
    }

    /// <summary>A kept submission.</summary>
    /// <exception cref="AefArchiveException">The file or the log was changed by hand, or there is no such version.</exception>
    public AefFile Submission(PartyCode party, int year, AefSubmissionVersion version)
    {
        var name = $"{party}_{year.ToString("0000", CultureInfo.InvariantCulture)}_{version}.json";
        return Read(name) ?? throw new AefArchiveException($"{name} was never kept in {folder}.", $"{folder} に {name} はありません。");
    }

    /// <summary>Keeps a version of a submission.</summary>
    /// <param name="document">The submission; its version must be above every version kept.</param>
    /// <param name="profile">Spellings and forms it is filed in.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="journals">How far each journal had come.</param>
    /// <exception cref="AefArchiveException">The version is not above the last one.</exception>
    public AefArchiveEntry KeepSubmission(AefDocument document, AefProfile profile, DateTimeOffset at, IReadOnlyDictionary<string, long> journals)
    {
        var versions = Versions(document.Submission.Party, document.Submission.ReportedYear);
        if (versions.Count > 0 && document.Submission.Version.CompareTo(versions[^1]) <= 0)
            throw new AefArchiveException(
                $"Version {document.Submission.Version} is not above {versions[^1]}, which is already filed.", $"版 {document.Submission.Version} は提出済みの {versions[^1]} より新しくありません。");
        if (versions.Count == 0 && document.Submission.Version != AefSubmissionVersion.First)
            throw new AefArchiveException($"The first submission has version {AefSubmissionVersion.First}.", $"最初の提出は {AefSubmissionVersion.First} 版です。");
        return Keep($"{document.Submission.FileStem}.json", document, profile, at, journals);
    }

    private static string HoldingsName(PartyCode party, int year) => $"{party}_{year.ToString("0000", CultureInfo.InvariantCulture)}-12-31_holdings.json";

    private AefArchiveEntry Keep(string name, AefDocument document, AefProfile profile, DateTimeOffset at, IReadOnlyDictionary<string, long> journals)
    {
        if (Entries.Any(e => e.File == name)) throw new AefArchiveException($"{name} is already kept and is never written again.", $"{name} は保存済みで、書き換えられません。");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);

        // A file without a line in the log was left by a run that ended before it kept it.
        if (File.Exists(path)) File.Delete(path);
        using (var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            AefJsonWriter.Write(document, AefVersion2.Fields, profile, output);
            output.Flush(flushToDisk: true);
        }

        File.SetAttributes(path, FileAttributes.ReadOnly);
        return log.Append(at, name, Hash(path), journals);
    }

    private AefFile? Read(string name)
    {
        if (Entries.FirstOrDefault(e => e.File == name) is not { } entry) return null;
        var path = Path.Combine(folder, name);
        if (!File.Exists(path) || Hash(path) != entry.Sha256)
            throw new AefArchiveException($"{path} is not what was kept on {entry.At:yyyy-MM-dd}. Restore it from a copy.", $"{path} が保存時の内容と異なります。控えから復元してください。");
        return AefSubmissionFile.Read(path);
    }

    private static string Hash(string path)
    {
        using var input = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(input));
    }
}
