using System.Text.Json;
using JcmInterop.Cli.Terminal;
using Spectre.Console;

namespace JcmInterop.Cli.Adjustments;

/// <summary>Shows a calculation, one row for each year.</summary>
internal static class CalculationTable
{
    public static void Tell(JsonElement answer, Conversation talk)
    {
        FigureWords.TellHead(answer, talk);
        talk.Say($"As of: {FigureWords.Dates(answer.GetProperty("asOf"), talk)}", $"時点：{FigureWords.Dates(answer.GetProperty("asOf"), talk)}");
        var isIndicator = FigureWords.Text(answer, "basis") == "non-ghg-indicator";
        var table = new Table().Border(TableBorder.Simple).AddColumn(talk.Pick("Year", "年"));
        foreach (var header in new[]
        {
            talk.Pick("First transferred, NDC", "最初の移転（NDC）"), talk.Pick("First transferred, other", "最初の移転（その他）"), talk.Pick("Used", "使用"), talk.Pick("Net", "純量"),
            talk.Pick("Cumulative", "累積"), talk.Pick("Corresponding adjustment", "相当調整"), talk.Pick(isIndicator ? "Indicator" : "Emissions", isIndicator ? "指標" : "排出量"),
            talk.Pick(isIndicator ? "Adjusted indicator" : "Emissions balance", isIndicator ? "調整後指標" : "排出収支"),
        }) table.AddColumn(new TableColumn(header).RightAligned());
        foreach (var year in answer.GetProperty("years").EnumerateArray())
        {
            table.AddRow(
            [
                new Text(year.GetProperty("year").ToString()),
                .. new[] { "firstTransferredForNdc", "firstTransferredForOimp", "used", "net", "cumulativeNet", "correspondingAdjustment", isIndicator ? "indicator" : "emissions", isIndicator ? "adjustedIndicator" : "emissionsBalance" }
                    .Select(name => FigureWords.Figure(year, name)),
            ]);
        }

        talk.Show(table);
        var end = FigureWords.Rounded(answer.GetProperty("endOfPeriodAdjustment"));
        talk.Say($"Adjustment at the end of the period, as known: {end}", $"期間末の相当調整（現時点）：{end}");
        TellNotCounted(answer.GetProperty("notCounted"), talk);
        if (answer.GetProperty("years").EnumerateArray().Any(y => y.GetProperty(isIndicator ? "indicator" : "emissions").ValueKind == JsonValueKind.Null))
            talk.Say("-: for the Party to provide, under 'ndcs' in the configuration.", "-：締約国が設定の 'ndcs' に記載する値です。");
        FigureWords.TellRounding(talk);
    }

    private static void TellNotCounted(JsonElement left, Conversation talk)
    {
        var (transfers, uses, others) = (left.GetProperty("firstTransfersOutsidePeriod"), left.GetProperty("usesOutsidePeriod"), left.GetProperty("recordsInOtherMetrics").GetInt32());
        if (transfers.GetProperty("records").GetInt32() + uses.GetProperty("records").GetInt32() + others == 0) return;
        talk.Say(
            $"Not counted: {FigureWords.Rounded(transfers.GetProperty("quantity"))} first transferred and {FigureWords.Rounded(uses.GetProperty("quantity"))} used outside the period; {others} records in other metrics.",
            $"対象外：期間外の最初の移転 {FigureWords.Rounded(transfers.GetProperty("quantity"))}、使用 {FigureWords.Rounded(uses.GetProperty("quantity"))}、他の単位の記録 {others} 件。");
    }
}
