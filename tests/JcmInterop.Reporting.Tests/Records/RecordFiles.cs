using System.Text;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Records;

namespace JcmInterop.Reporting.Tests.Records;

/// <summary>Records of an invented system: one column per field, headers are the names of the fields.</summary>
internal static class RecordFiles
{
    public const string Name = "records.csv";

    private static readonly RecordField[] Fields =
    [
        RecordField.SerialFirst, RecordField.SerialLast, RecordField.Vintage, RecordField.Quantity, RecordField.AuthorizationStatus, RecordField.Authorization, RecordField.AuthorizedOn, RecordField.Uses,
        RecordField.FirstTransferDefinition, RecordField.IssuedOn, RecordField.TransferredOn, RecordField.AcquiringParty, RecordField.CancelledOn, RecordField.CancellationPurpose, RecordField.UsedOn,
        RecordField.UsedForYear, RecordField.FirstItmo, RecordField.RecordedOn,
    ];

    /// <summary>A mapping with members replaced or added.</summary>
    public static string MappingText(params (string Member, string Json)[] members)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "\"record-mapping/1\"", ["party"] = "\"IDN\"", ["registry"] = "\"IDN01\"", ["ndcFirstYear"] = "2021", ["ndcLastYear"] = "2030", ["method"] = "\"singleYearAveraging\"",
            ["columns"] = $"{{{string.Join(',', Fields.Select(f => $"\"{f}\":\"{f}\""))}}}",
            ["defaults"] = """{"party":"IDN","programme":"JCM","cooperativeApproach":"CA0001","sectors":"Energy generation","activityTypes":"Solar"}""",
        };
        foreach (var (member, json) in members) all[member] = json;
        return $"{{{string.Join(',', all.Select(m => $"\"{m.Key}\":{m.Value}"))}}}";
    }

    public static RecordMapping Mapping(params (string Member, string Json)[] members) => RecordMapping.Read("mapping.json", Encoding.UTF8.GetBytes(MappingText(members)));

    /// <summary>A file with a header and rows.</summary>
    public static byte[] Bytes(params string[] rows) => Encoding.UTF8.GetBytes($"{string.Join(',', Fields)}\n{string.Join('\n', rows)}\n");

    /// <summary>A row; the fields after the first transfer are given by name.</summary>
    public static string Row(long first, long quantity, int vintage, string uses = "NDC", params (RecordField Field, string Text)[] fields)
    {
        var cells = new Dictionary<RecordField, string>
        {
            [RecordField.SerialFirst] = $"ID-JP-{vintage}-{first}", [RecordField.SerialLast] = $"ID-JP-{vintage}-{first + quantity - 1}", [RecordField.Vintage] = $"{vintage}", [RecordField.Quantity] = $"{quantity}",
            [RecordField.AuthorizationStatus] = "authorized", [RecordField.Authorization] = $"LOA-{uses}".Replace(";", "-", StringComparison.Ordinal), [RecordField.AuthorizedOn] = "2024-02-01", [RecordField.Uses] = uses,
            [RecordField.FirstItmo] = $"{first}",
        };
        foreach (var (field, text) in fields) cells[field] = text;
        return string.Join(',', Fields.Select(f => cells.GetValueOrDefault(f, "")));
    }

    public static (RecordField, string)[] To(string party, string day) => [(RecordField.TransferredOn, day), (RecordField.AcquiringParty, party)];

    public static RecordBook Read(RecordMapping mapping, byte[] bytes) => RecordBook.Read(mapping, [(Name, () => bytes)]);

    public static RecordReport Report(RecordMapping mapping, params string[] rows)
    {
        var book = Read(mapping, Bytes(rows));
        book.Faults.ShouldBeEmpty();
        return RecordReport.Of(book, ReportDates.Open);
    }
}
