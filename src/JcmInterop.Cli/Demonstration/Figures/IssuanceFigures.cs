using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Issuance;

namespace JcmInterop.Cli.Demonstration.Figures;

/// <summary>What the Mongolia-Japan pair must show on the day of the snapshot: figures of public pages.</summary>
internal static class IssuanceFigures
{
    private const string ProjectWithoutJapaneseShare = "MN005";

    private static readonly PartyCode Mongolia = new("MNG");

    public static IEnumerable<Figure> Of(IssuanceReport report)
    {
        var late = report.Lines.SelectMany(l => l.Legs).Where(l => l.State == IssuanceLegState.Late).ToList();
        var japanese = report.Lines.Where(l => l.Decision.Project == ProjectWithoutJapaneseShare).SelectMany(l => l.Legs).Single(l => l.Side == PartyCode.Japan);
        yield return Figure.Of("mongolia-notified", "Mongolia: notified to both sides, t", "モンゴル：両側への通知量（t）", 129_320, report.Total.Notified.Tonnes);
        yield return Figure.Of("mongolia-notified-mng", "Mongolia: notified to Mongolia, t", "モンゴル：モンゴル側通知量（t）", 25_869, report.Total.Sides[Mongolia].Notified.Tonnes);
        yield return Figure.Of("mongolia-notified-jpn", "Mongolia: notified to Japan, t", "モンゴル：日本側通知量（t）", 103_451, report.Total.Sides[PartyCode.Japan].Notified.Tonnes);
        yield return Figure.Of("mongolia-pending-mng", "Mongolia: Mongolian legs pending, t", "モンゴル：モンゴル側未発行（t）", 6_158, report.Total.Sides[Mongolia].Pending.Tonnes);
        yield return Figure.Of("mongolia-pending-jpn", "Mongolia: Japanese legs pending, t", "モンゴル：日本側未発行（t）", 0, report.Total.Sides[PartyCode.Japan].Pending.Tonnes);
        yield return Figure.Of("mongolia-late", "Mongolia: of these reported as late, t", "モンゴル：うち遅延として報告（t）", 6_158, late.Sum(l => l.Notified.Tonnes));
        yield return Figure.Of("mongolia-findings", "Mongolia: findings besides the late legs", "モンゴル：遅延以外の指摘（件）", 0, report.Findings.Count - late.Count);
        yield return new Figure(
            "mongolia-mn005", "Mongolia: Japan's leg of MN005 (notified 1 and 0)", "モンゴル：MN005の日本側（通知1と0）", nameof(IssuanceLegState.NotApplicable), $"{japanese.State}");
    }
}
