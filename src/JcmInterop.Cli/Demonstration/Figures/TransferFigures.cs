using System.Globalization;
using JcmInterop.Cli.Demonstration.Scenario;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Records;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Cli.Demonstration.Figures;

/// <summary>What the Thailand-Japan pair must show: the first ITMOs with public figures, and the transfers of the invented project.</summary>
internal sealed class TransferFigures(RegistryRecord japan, RegistryRecord thailand, FirstItmos itmos, TransfersBetweenRegistries transfers)
{
    private const string FirstItmoProject = "TH014";

    public IEnumerable<Figure> Of(CommandRefused tooEarly, CommandRefused tooOld)
    {
        yield return Figure.Of("th014-issued", "TH014: issued in Thailand's registry, t", "TH014：タイ登録簿での発行量（t）", 2_017, Sum(thailand, FirstItmoProject, _ => true));
        yield return Figure.Of("th014-tha", "TH014: held by Thailand, t", "TH014：タイの保有量（t）", 1_008, Sum(thailand, FirstItmoProject, b => b.Status == BlockStatus.Held));
        yield return Figure.Of("th014-too-early", "TH014: Japan before Thailand's approval, refused by rule", "TH014：タイの承認前の取得を拒否した規則", TransferRules.NotApproved.Number, tooEarly.Rule);
        yield return Figure.Of("th014-jpn", "TH014: acquired by Japan, t", "TH014：日本の取得量（t）", 1_009, Sum(japan, FirstItmoProject, _ => true));
        yield return new Figure("th014-on", "TH014: first transferred on", "TH014：最初の移転日", "2025-11-11", FirstTransferDays(japan, FirstItmoProject));
        yield return Figure.Of("th014-used", "TH014: used by Japan towards its NDC for 2025, t", "TH014：2025年の日本のNDCへの使用量（t）", FirstItmos.UsedTonnes, Sum(japan, FirstItmoProject, b => b is { Status: BlockStatus.UsedTowardsNdc, Disposal.UsedForYear: 2025 }));
        yield return Figure.Of("th014-held", "TH014: still held by Japan, t", "TH014：日本の残りの保有量（t）", 609, Sum(japan, FirstItmoProject, b => b.Status == BlockStatus.Held));
        yield return Figure.Of("before-2021", "A credit of before 2021 offered for the NDC, refused by rule", "2021年より前のクレジットのNDC使用を拒否した規則", 4001, tooOld.Rule);
        yield return State("completed", "Transfer that completes", "完了する移転", TransferState.Completed, transfers.Completed);
        yield return State("refused", "Transfer that Japan refuses", "日本が拒否する移転", TransferState.Refused, transfers.Refused);
        yield return State("unanswered", "Transfer whose deadline passes", "期限を過ぎる移転", TransferState.Cancelled, transfers.Unanswered);
        yield return State("first-itmos", "Transfer of the first ITMOs", "最初のITMOの移転", TransferState.Completed, itmos.Transfer);
        yield return Figure.Of("th901-jpn", "TH901 (invented): acquired by Japan, t", "TH901（架空）：日本の取得量（t）", TransfersBetweenRegistries.CompletedTonnes, Sum(japan, transfers.Project, _ => true));
        yield return Figure.Of(
            "th901-free", "TH901 (invented): free in Thailand, t", "TH901（架空）：タイで自由な量（t）", transfers.IssuedTonnes - TransfersBetweenRegistries.CompletedTonnes,
            Sum(thailand, transfers.Project, b => b.Status == BlockStatus.Held));
        yield return Figure.Of("reserved", "Reserved for any transfer, t", "移転のため確保中の量（t）", 0, Sum(thailand, null, b => b.Status == BlockStatus.Reserved) + Sum(japan, null, b => b.Status == BlockStatus.Reserved));
    }

    private static long Sum(RegistryRecord side, string? project, Func<UnitBlock, bool> counts) => side.State.Blocks
        .Where(b => (project is null || string.Equals(b.Project.ToString(), project, StringComparison.Ordinal)) && counts(b)).Sum(b => b.Quantity.Tonnes);

    private static string FirstTransferDays(RegistryRecord side, string project) => string.Join(' ', side.State.Blocks
        .Where(b => string.Equals(b.Project.ToString(), project, StringComparison.Ordinal))
        .Select(b => b.FirstTransfer?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-").Distinct());

    private Figure State(string id, string english, string japanese, TransferState expected, TransferId transfer)
    {
        var states = new[] { thailand, japan }.Select(side => side.State.Transfers.GetValueOrDefault(transfer)?.State.ToString() ?? "unknown");
        return new Figure($"transfer-{id}", $"{english}: state in Thailand, in Japan", $"{japanese}：タイと日本での状態", $"{expected}, {expected}", string.Join(", ", states));
    }
}
