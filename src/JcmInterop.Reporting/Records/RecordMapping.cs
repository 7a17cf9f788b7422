using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Records;

/// <summary>How the CSV files of another system are read: which column is which field, how days and words are spelled, and what stands for an empty cell.</summary>
public sealed partial record RecordMapping
{
    private const string FormatName = "record-mapping/1";
    private const int DateFormatsMax = 8;

    private static readonly RecordField[] Required =
        [RecordField.SerialFirst, RecordField.SerialLast, RecordField.Party, RecordField.Vintage, RecordField.Quantity, RecordField.AuthorizationStatus];

    /// <summary>The form, <c>record-mapping/1</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What the files are and where they come from, for whoever reads the mapping later.</summary>
    public string? Note { get; init; }

    /// <summary>The Party that reports, alpha-3.</summary>
    public required string Party { get; init; }

    /// <summary>Its ITMO registry.</summary>
    public required string Registry { get; init; }

    /// <summary>First calendar year of its NDC implementation period.</summary>
    public required int NdcFirstYear { get; init; }

    /// <summary>Last calendar year of the period, included.</summary>
    public required int NdcLastYear { get; init; }

    /// <summary>How the Party applies corresponding adjustments.</summary>
    public required AdjustmentMethod Method { get; init; }

    /// <summary>Encoding of the files.</summary>
    public RecordEncoding Encoding { get; init; }

    /// <summary>What parts the columns: a comma, a semicolon or a tab.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Line of the header, from 1; lines above it are titles and are not read.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>Forms of days, such as <c>yyyy/M/d</c>, tried in order; two that could read one text as different days are refused.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Whether full-width letters and digits count as half-width ones; otherwise they are faults.</summary>
    public bool FoldFullWidth { get; init; }

    /// <summary>What parts thousands in quantities and serial numbers; nothing where they are not parted.</summary>
    public string? ThousandsSeparator { get; init; }

    /// <summary>Which run of digits of a printed serial counts the units, from the end, 1 the last; needed where a block of one unit has several.</summary>
    public int? SerialPart { get; init; }

    /// <summary>Where ITMO serial numbers come from.</summary>
    public ItmoSerials ItmoSerials { get; init; }

    /// <summary>Column header of each field.</summary>
    public required IReadOnlyDictionary<RecordField, string> Columns { get; init; }

    /// <summary>Headers that are there and not read; <c>*</c> for all that no field has.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>Values of fields that have no column, or whose cell is empty.</summary>
    public IReadOnlyDictionary<RecordField, string> Defaults { get; init; } = new Dictionary<RecordField, string>();

    /// <summary>Words that mean an empty cell.</summary>
    public IReadOnlyList<string> EmptyWords { get; init; } = [];

    /// <summary>The other system's words of a field and what they mean; a word that is not listed is read as it is.</summary>
    public IReadOnlyDictionary<RecordField, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<RecordField, IReadOnlyDictionary<string, string>>();

    /// <summary>Sum of the quantities of all files together, as the other system states it; nothing where it states none.</summary>
    public long? TotalQuantity { get; init; }

    /// <summary>Last day on which a first transfer for other international mitigation purposes counts; absent while the Party has not chosen.</summary>
    public OimpCutOff? OimpCutOff { get; init; }

    /// <summary>The Party that reports.</summary>
    [JsonIgnore]
    public PartyCode ReportingParty => new(Party);

    /// <summary>Its ITMO registry.</summary>
    [JsonIgnore]
    public PartyRegistryId OwnRegistry => new(Registry);

    /// <summary>Its NDC implementation period.</summary>
    [JsonIgnore]
    public NdcPeriod Period => new(NdcFirstYear, NdcLastYear);

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">Name of the file, for the message.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="InputFileException">The file is not in its form; the message names the place.</exception>
    public static RecordMapping Read(string file, ReadOnlySpan<byte> bytes)
    {
        var mapping = StrictJson.Read<RecordMapping>(file, bytes);
        return mapping.Faults().FirstOrDefault() is var (place, english, japanese) && place is not null
            ? throw new InputFileException($"{file}, {place}: {english}", $"{file}、{place}：{japanese}")
            : mapping;
    }

    private IEnumerable<(string Place, string English, string Japanese)> Faults()
    {
        if (Format != FormatName) yield return ("format", $"'{Format}' is not {FormatName}.", $"「{Format}」は {FormatName} ではありません。");
        if (!PartyCode.IsValid(Party)) yield return ("party", $"'{Party}' is not an alpha-3 Party code.", $"「{Party}」は締約国コードではありません。");
        else if (!PartyRegistryId.IsValid(Registry) || new PartyRegistryId(Registry).Party.Code != Party)
            yield return ("registry", $"'{Registry}' is not a registry of {Party}, for example {Party}01.", $"「{Registry}」は {Party} の登録簿（例：{Party}01）ではありません。");
        if (NdcFirstYear is < 2000 or > 2100 || NdcLastYear < NdcFirstYear || NdcLastYear - NdcFirstYear >= NdcPeriod.YearsMax)
            yield return ("ndcFirstYear", "the years are no NDC period.", "NDC 実施期間の年が正しくありません。");
        if (Separator is not ("," or ";" or "\t")) yield return ("separator", "write a comma, a semicolon or \\t.", "コンマ、セミコロン、\\t のいずれかを記入してください。");
        if (HeaderLine is < 1 or > 100) yield return ("headerLine", "write a line from 1 to 100.", "1～100 の行番号を記入してください。");
        if (ThousandsSeparator is not (null or "," or "." or " " or "'")) yield return ("thousandsSeparator", "write a comma, a point, a blank or an apostrophe.", "コンマ、ピリオド、空白、アポストロフィのいずれかを記入してください。");
        if (SerialPart is < 1 or > 20) yield return ("serialPart", "write a number from 1 to 20.", "1～20 の数を記入してください。");
        if (TotalQuantity < 0) yield return ("totalQuantity", "a sum is not negative.", "合計は負になりません。");
        foreach (var field in Required.Where(f => !Columns.ContainsKey(f) && !Defaults.ContainsKey(f)))
            yield return ("columns", $"the field {field} has neither a column nor a default.", $"項目 {field} に列も既定値もありません。");
        if (Columns.Values.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return ("columns", $"the column '{twice.Key}' is mapped to {string.Join(" and ", Columns.Where(c => c.Value == twice.Key).Select(c => c.Key))}.", $"列「{twice.Key}」が複数の項目に割り当てられています。");
        foreach (var fault in DateFaults()) yield return fault;
    }

    private IEnumerable<(string Place, string English, string Japanese)> DateFaults()
    {
        if (DateFormats.Count is 0 or > DateFormatsMax) yield return ("dateFormats", $"give 1 to {DateFormatsMax} forms.", $"1～{DateFormatsMax} 個の形式を指定してください。");
        foreach (var form in DateFormats.Where(f => !DateForm().IsMatch(f)))
            yield return ("dateFormats", $"'{form}' is not a form of a day: put together yyyy, MM or M or MMM, and dd or d, with - / . blanks or 年月日 between.", $"「{form}」は日付の形式ではありません（yyyy、MM・M・MMM、dd・d を - / . 空白 年月日 で区切ります）。");
        var orders = DateFormats.Where(f => !f.Contains("MMM", StringComparison.Ordinal)).GroupBy(f => Separators().Match(f).Value, StringComparer.Ordinal);
        foreach (var order in orders.Where(o => o.Select(Order).Distinct(StringComparer.Ordinal).Count() > 1))
            yield return ("dateFormats", $"{string.Join(" and ", order)} could read one text as two days. Keep one.", $"{string.Join("、", order)} は同じ文字列を別の日と読む可能性があります。一つにしてください。");
    }

    private static string Order(string form) => string.Concat(form.Where(c => c is 'y' or 'M' or 'd').Distinct());

    [GeneratedRegex(@"^(?=.*yyyy)(?=[^M]*M{1,3}[^M]*$)(?=[^d]*d{1,2}[^d]*$)[yMd\-/\. 年月日]{6,12}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"[^yMd]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
