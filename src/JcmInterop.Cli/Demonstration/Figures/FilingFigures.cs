using JcmInterop.Cli.Demonstration.Outputs;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Cli.Demonstration.Figures;

/// <summary>What filings, evidence and stores must show.</summary>
internal static class FilingFigures
{
    private const string NotListed = "PROG_NOT_LISTED";

    private static readonly PartyCode Thailand = new("THA");

    public static IEnumerable<Figure> Of(ReportOutput reports, EvidenceOutput evidence, IReadOnlyList<string> storeFindings, IReadOnlyList<string> pairFindings)
    {
        foreach (var (year, tonnes) in new[] { (2025, 1_009L), (2026, 100L) })
        {
            yield return Figure.Of($"aef-first-transfer-{year}", $"AEF {year}: first transferred by Thailand, t", $"AEF {year}年：タイの最初の移転（t）", tonnes, Sum(reports, Thailand, year, AefActionType.FirstTransfer));
            yield return Figure.Of($"aef-acquisition-{year}", $"AEF {year}: acquired by Japan, t", $"AEF {year}年：日本の取得（t）", tonnes, Sum(reports, PartyCode.Japan, year, AefActionType.Acquisition));
        }

        yield return Figure.Of("aef-use-2025", "AEF 2025: used by Japan, t", "AEF 2025年：日本の使用（t）", 400, Sum(reports, PartyCode.Japan, 2025, AefActionType.Use));
        yield return Figure.Of("aef-errors", "AEF: errors found before filing, against the partner's tables too", "AEF：提出前の検査の誤り（相手国の表との照合を含む）", 0, reports.AefFindings.Count(f => f.Severity == FindingSeverity.Error));
        var corsia = reports.Corsia.Values.SelectMany(r => r.Lines).ToList();
        yield return Figure.Of(
            "corsia", "CORSIA: verdicts other than not eligible, programme not listed", "CORSIA：「制度が未掲載のため不適格」以外の判定（件）", 0,
            corsia.Count(l => l.Result.Verdict != CorsiaVerdict.NotEligible || l.Result.Reasons.All(r => r.Code != NotListed)));
        yield return Figure.Of("evidence", "Evidence files genuine, of all", "真正な証拠ファイル", evidence.AllEvidence, evidence.GenuineEvidence);
        yield return Figure.Of("receipts", "Receipts genuine, one per message", "真正な受領証（メッセージごとに1件）", evidence.Messages, evidence.GenuineReceipts);
        yield return Figure.Of("stores", "Findings in the three stores (hash chains, replay, laws)", "3つの保存ファイルの指摘（ハッシュ鎖、再生、法則）", 0, storeFindings.Count);
        yield return Figure.Of("pairs", "Differences between the two sides of each pair", "各組の両側の相違", 0, pairFindings.Count);
    }

    private static long Sum(ReportOutput reports, PartyCode party, int year, AefActionType type) => reports.Aef
        .Where(f => f.Document.Submission.Party == party && f.Document.Submission.ReportedYear == year)
        .SelectMany(f => f.Document.Actions).Where(a => a.Type == type).Sum(a => a.Units.Quantity.Tonnes);
}
