using System.Globalization;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using Spectre.Console;

namespace JcmInterop.Cli.Adjustments;

/// <summary>How figures of an answer are shown to people.</summary>
internal static class FigureWords
{
    private const int Decimals = 3;

    /// <summary>What the calculation is of, in three lines.</summary>
    public static void TellHead(JsonElement answer, Conversation talk)
    {
        var period = answer.GetProperty("period");
        talk.Say(
            $"{Text(answer, "party")}, NDC period {period.GetProperty("firstYear")}-{period.GetProperty("finalYear")}, method {Text(answer, "methodReference")} {Text(answer, "method")}, {Text(answer, "basis")}, in {Text(answer, "metric")}",
            $"{Text(answer, "party")}、NDC期間 {period.GetProperty("firstYear")}-{period.GetProperty("finalYear")}、方法 {Text(answer, "methodReference")} {Text(answer, "method")}、{Text(answer, "basis")}、単位 {Text(answer, "metric")}");
        talk.Say($"Stated on {Text(answer, "statedOn")}: {Text(answer, "source")}", $"{Text(answer, "statedOn")} 付の記載：{Text(answer, "source")}");
        var journals = answer.GetProperty("followed").EnumerateArray().Select(j => $"{Text(j, "registry")} {j.GetProperty("position")}");
        talk.Say($"Journals read up to: {string.Join(", ", journals)}", $"読み取った仕訳台帳の位置：{string.Join("、", journals)}");
    }

    /// <summary>As of which days, or that everything counts.</summary>
    public static string Dates(JsonElement dates, Conversation talk)
    {
        var (effective, recorded) = (dates.GetProperty("effectiveUntil").GetString(), dates.GetProperty("recordedUntil").GetString());
        if (effective is null && recorded is null) return talk.Pick("everything recorded", "全ての記録");
        var parts = new[]
        {
            effective is null ? null : talk.Pick($"effective until {effective}", $"{effective} までに発効"),
            recorded is null ? null : talk.Pick($"recorded until {recorded}", $"{recorded} までに記録"),
        };
        return string.Join(talk.Pick(", ", "、"), parts.Where(p => p is not null));
    }

    /// <summary>A figure rounded for people; a dash where the Party has to provide it.</summary>
    public static Text Figure(JsonElement of, string name) => new(Rounded(of.GetProperty(name)), Style.Plain);

    /// <summary>A figure as text, rounded to three decimals, a half to the even neighbour.</summary>
    public static string Rounded(JsonElement figure) => figure.GetString() is { } text
        ? decimal.Round(decimal.Parse(text, CultureInfo.InvariantCulture), Decimals, MidpointRounding.ToEven).ToString("#,0.###", CultureInfo.InvariantCulture)
        : "-";

    /// <summary>A member as text; empty where it is null.</summary>
    public static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";

    /// <summary>How figures were rounded, for the foot of a table.</summary>
    public static void TellRounding(Conversation talk) =>
        talk.Say("Rounded here to three decimals, a half to the even neighbour; --json has the figures unrounded.", "小数第3位に丸めています（偶数丸め）。--json では丸めていません。");
}
