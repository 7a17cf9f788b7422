using System.Text.Json;
using JcmInterop.Cli.Terminal;
using Spectre.Console;

namespace JcmInterop.Cli.Adjustments;

/// <summary>Shows what differs between two calculations.</summary>
internal static class DifferenceTable
{
    public static void Tell(JsonElement answer, Conversation talk)
    {
        FigureWords.TellHead(answer, talk);
        var (before, after) = (FigureWords.Dates(answer.GetProperty("before"), talk), FigureWords.Dates(answer.GetProperty("after"), talk));
        talk.Say($"Before: {before}. After: {after}.", $"変更前：{before}。変更後：{after}。");
        var years = answer.GetProperty("years").EnumerateArray().ToList();
        if (years.Count == 0)
        {
            talk.Say("No year differs.", "差のある年はありません。");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(talk.Pick("Year", "年"));
        foreach (var header in new[]
        {
            talk.Pick("Net before", "純量（前）"), talk.Pick("Net after", "純量（後）"), talk.Pick("Adjustment before", "相当調整（前）"), talk.Pick("Adjustment after", "相当調整（後）"),
            talk.Pick("Change", "差"), talk.Pick("Balance after", "排出収支（後）"), talk.Pick("Records came / gone", "記録の増 / 減"),
        }) table.AddColumn(new TableColumn(header).RightAligned());
        foreach (var year in years)
        {
            var (old, now) = (year.GetProperty("before"), year.GetProperty("after"));
            table.AddRow(
                new Text(year.GetProperty("year").ToString()),
                FigureWords.Figure(old, "net"),
                FigureWords.Figure(now, "net"),
                FigureWords.Figure(old, "correspondingAdjustment"),
                FigureWords.Figure(now, "correspondingAdjustment"),
                FigureWords.Figure(year, "adjustmentChange"),
                FigureWords.Figure(now, FigureWords.Text(answer, "basis") == "non-ghg-indicator" ? "adjustedIndicator" : "emissionsBalance"),
                new Text(year.GetProperty("isCarriedOver").GetBoolean() ? talk.Pick("carried over", "繰越しによる") : $"{year.GetProperty("cameRecords")} / {year.GetProperty("goneRecords")}"));
        }

        talk.Show(table);
        TellRecords(years, "came", talk.Pick("Records that came:", "増えた記録："), talk);
        TellRecords(years, "gone", talk.Pick("Records that went:", "減った記録："), talk);
        var (endBefore, endAfter) = (FigureWords.Rounded(answer.GetProperty("endOfPeriodAdjustmentBefore")), FigureWords.Rounded(answer.GetProperty("endOfPeriodAdjustmentAfter")));
        talk.Say($"Adjustment at the end of the period: {endBefore} before, {endAfter} after.", $"期間末の相当調整：変更前 {endBefore}、変更後 {endAfter}。");
        FigureWords.TellRounding(talk);
    }

    private static void TellRecords(List<JsonElement> years, string side, string title, Conversation talk)
    {
        var records = years.SelectMany(y => y.GetProperty(side).EnumerateArray()).ToList();
        if (records.Count == 0) return;
        talk.Say(title);
        talk.Show(RecordTable.Of(records, talk));
        var all = years.Sum(y => y.GetProperty($"{side}Records").GetInt32());
        if (all > records.Count) talk.Say($"{records.Count} of {all} records are shown; the others open with: jcm adjustments open.", $"{all} 件中 {records.Count} 件を表示しています。残りは jcm adjustments open で確認できます。");
    }
}
