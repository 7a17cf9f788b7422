using System.Globalization;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using Spectre.Console;

namespace JcmInterop.Cli.Adjustments;

/// <summary>Shows the records behind a figure.</summary>
internal static class RecordTable
{
    /// <summary>Shows an opened figure.</summary>
    public static void TellOpening(JsonElement answer, Conversation talk)
    {
        FigureWords.TellHead(answer, talk);
        talk.Say($"As of: {FigureWords.Dates(answer.GetProperty("asOf"), talk)}", $"時点：{FigureWords.Dates(answer.GetProperty("asOf"), talk)}");
        var (value, net, divisor, count) = (FigureWords.Rounded(answer.GetProperty("value")), FigureWords.Rounded(answer.GetProperty("net")), answer.GetProperty("divisor").GetInt32(), answer.GetProperty("records").GetInt32());
        var (of, year) = (FigureWords.Text(answer, "figure"), answer.GetProperty("year"));
        talk.Say(
            $"{of} of {year}: {value}{(divisor == 1 ? "" : $" = {net} / {divisor} years")}, from {count} records",
            $"{year} 年の {of}：{value}{(divisor == 1 ? "" : $" = {net} ÷ {divisor} 年")}（記録 {count} 件）");
        talk.Show(Of(answer.GetProperty("items").EnumerateArray(), talk));
        if (answer.GetProperty("next").GetString() is { } next) talk.Say($"More: --after {next}", $"続き：--after {next}");
    }

    /// <summary>One row for each record: what it counts, which units, and what it rests on.</summary>
    public static Table Of(IEnumerable<JsonElement> records, Conversation talk)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(talk.Pick("Record", "記録")).AddColumn(talk.Pick("Year", "年")).AddColumn(talk.Pick("Vintage", "ビンテージ"))
            .AddColumn(new TableColumn(talk.Pick("Quantity", "数量")).RightAligned())
            .AddColumn(talk.Pick("Effective", "発効日")).AddColumn(talk.Pick("Recorded", "記録日"))
            .AddColumn(talk.Pick("Units", "クレジット")).AddColumn(talk.Pick("Rests on", "根拠"));
        foreach (var record in records)
        {
            table.AddRow(
                new Text(Kind(record, talk)),
                new Text(record.GetProperty("year").ToString()),
                new Text(record.GetProperty("vintage").ToString()),
                new Text(record.GetProperty("quantity").GetInt64().ToString("#,0", CultureInfo.InvariantCulture)),
                new Text(FigureWords.Text(record, "effectiveOn")),
                new Text(FigureWords.Text(record, "recordedOn")),
                new Text(Units(record)),
                new Text(Ground(record, talk)));
        }

        return table;
    }

    private static string Kind(JsonElement record, Conversation talk)
    {
        var kind = FigureWords.Text(record, "term") == "use" ? talk.Pick("use", "使用")
            : FigureWords.Text(record, "purpose") == "ndc" ? talk.Pick("first transfer, NDC", "最初の移転（NDC）")
            : talk.Pick("first transfer, other", "最初の移転（その他）");
        return record.GetProperty("isSupposed").GetBoolean() ? talk.Pick($"SUPPOSED {kind}", $"仮定：{kind}") : kind;
    }

    private static string Units(JsonElement record) => record.GetProperty("firstSerial").GetString() is { } first
        ? $"{first} … {FigureWords.Text(record, "finalSerial")}\n{FigureWords.Text(record, "firstItmo")} … {FigureWords.Text(record, "finalItmo")}"
        : "-";

    private static string Ground(JsonElement record, Conversation talk)
    {
        var lines = new List<string>();
        if (record.GetProperty("registry").GetString() is { } registry) lines.Add(talk.Pick($"journal {registry} {record.GetProperty("journalPosition")}", $"仕訳台帳 {registry} {record.GetProperty("journalPosition")}"));
        if (record.GetProperty("authorization").GetString() is { } authorization) lines.Add(talk.Pick($"authorization {authorization}", $"承認 {authorization}"));
        if (record.GetProperty("transfer").GetString() is { } transfer) lines.Add(talk.Pick($"transfer {transfer}", $"移転 {transfer}"));
        lines.AddRange(record.GetProperty("messages").EnumerateArray().Select(m => FigureWords.Text(m, "direction") == "incoming"
            ? talk.Pick($"message received {m.GetProperty("sequence")}", $"受信電文 {m.GetProperty("sequence")}")
            : talk.Pick($"message sent {m.GetProperty("sequence")}", $"送信電文 {m.GetProperty("sequence")}")));
        if (record.GetProperty("note").GetString() is { } note) lines.Add(note);
        return lines.Count == 0 ? "-" : string.Join('\n', lines);
    }
}
