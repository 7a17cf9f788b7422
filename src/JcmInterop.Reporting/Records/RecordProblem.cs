using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Records;

/// <summary>What can be wrong with another system's records beyond what can be wrong with any import file.</summary>
internal static class RecordProblem
{
    public static ImportProblem NoHeader(int line) => ImportProblem.Of(
        $"There is no header in line {line}.", $"{line} 行目に見出しがありません。",
        "Correct headerLine in the mapping.", "対応表の headerLine を訂正してください。");

    public static ImportProblem TooManyColumns { get; } = ImportProblem.Of(
        $"The file has more than {RecordLimits.ColumnsMax} columns.", $"列が {RecordLimits.ColumnsMax} を超えています。",
        "Check the separator, or remove columns.", "区切り文字を確認するか、列を減らしてください。");

    public static ImportProblem MissingColumn(RecordField field) => ImportProblem.Of(
        $"The column that the mapping names for {field} is missing.", $"対応表が {field} に割り当てた列がありません。",
        "Correct the header or the mapping; headers are compared exactly.", "見出しまたは対応表を訂正してください（完全一致で照合します）。");

    public static ImportProblem UnmappedColumn { get; } = ImportProblem.Of(
        "No field is mapped to this column.", "この列はどの項目にも割り当てられていません。",
        "Map it, or list it in ignoredColumns.", "項目に割り当てるか、ignoredColumns に加えてください。");

    public static ImportProblem Needed(string because, string becauseJapanese) => ImportProblem.Of(
        $"The cell is empty, and {because}.", $"空欄ですが、{becauseJapanese}。",
        "Give the value, or correct the other cell.", "値を入力するか、もう一方のセルを訂正してください。");

    public static ImportProblem DateForm(IEnumerable<string> forms) => ImportProblem.Of(
        "This is no day in any form the mapping names.", "対応表にある形式の日付ではありません。",
        $"Write it as {string.Join(" or ", forms)}, or add the form to dateFormats.", $"{string.Join(" または ", forms)} で入力するか、dateFormats に形式を加えてください。");

    public static ImportProblem DayOutside { get; } = ImportProblem.Of(
        $"The day is not between {RecordLimits.FirstDay:yyyy-MM-dd} and {RecordLimits.LastDay:yyyy-MM-dd}.", $"{RecordLimits.FirstDay:yyyy-MM-dd} から {RecordLimits.LastDay:yyyy-MM-dd} の間の日付ではありません。",
        "Correct the day; spreadsheets write empty dates as 1900.", "日付を訂正してください。表計算ソフトは空の日付を 1900 年とすることがあります。");

    public static ImportProblem BeforeOther(string earlier, string header) => ImportProblem.Of(
        $"The day is before {earlier} in column '{header}'.", $"「{header}」の日付より前です。",
        "Correct one of the two days.", "いずれかの日付を訂正してください。");

    public static ImportProblem BeforeVintage(int year) => ImportProblem.Of(
        $"The day is before the vintage {year} began.", $"ビンテージ {year} 年の初めより前の日付です。",
        "Correct the day or the vintage.", "日付またはビンテージを訂正してください。");

    public static ImportProblem Both(string header) => ImportProblem.Of(
        $"Column '{header}' says that the same units ended in another way.", $"「{header}」では同じ単位が別の方法で終了しています。",
        "Keep one, or divide the row by serials.", "一方だけを残すか、識別番号で行を分けてください。");

    public static ImportProblem SameParty { get; } = ImportProblem.Of(
        "The units go to the Party they come from.", "移転元と移転先が同じ締約国です。",
        "Correct one of the two Parties.", "いずれかの締約国を訂正してください。");

    public static ImportProblem SerialNumber { get; } = ImportProblem.Of(
        "First and last serial differ in no number, or in more than one, so the units cannot be counted.", "最初と最後の識別番号の違いが一つの数字に定まらず、単位を数えられません。",
        "Correct the serials, map prefix and suffix to columns of their own, or set serialPart in the mapping.", "識別番号を訂正するか、接頭部と接尾部を別の列に割り当てるか、対応表の serialPart を指定してください。");

    public static ImportProblem Overlap(string place) => ImportProblem.Of(
        $"Serials of this range are also in {place}.", $"この範囲の識別番号は {place} にもあります。",
        "Correct the ranges; a unit is in one row only.", "範囲を訂正してください。1 つの単位は 1 行にだけ記載します。");

    public static ImportProblem ItmoOverlap(string place) => ImportProblem.Of(
        $"ITMO identifiers of this block are also in {place}.", $"この範囲の ITMO 識別子は {place} にもあります。",
        "Correct the identifiers; each belongs to one unit.", "識別子を訂正してください。識別子は 1 つの単位に固有です。");

    public static ImportProblem AuthorizationDiffers(string place) => ImportProblem.Of(
        $"{place} has the same authorization with another day, approach, use or definition.", $"{place} の同じ承認と、日付・アプローチ・用途・定義のいずれかが異なります。",
        "Make the rows of one authorization agree.", "同じ承認の行の内容を一致させてください。");

    public static ImportProblem Total(long sum, long stated) => ImportProblem.Of(
        $"The quantities of all files add up to {sum}, the mapping states {stated}.", $"全ファイルの数量の合計は {sum} ですが、対応表では {stated} です。",
        "Find the missing or doubled rows, or correct totalQuantity.", "不足または重複した行を確認するか、totalQuantity を訂正してください。");

    public static ImportProblem ItmoForm { get; } = ImportProblem.CodeForm("an ITMO identifier, or a serial number with a cooperative approach and an originating registry", "ITMO 識別子（または協力的アプローチと発行元登録簿を伴う番号）", "CA0001-IDN01-IDN-12345678-2024");

    public static ImportProblem ItmoDiffers { get; } = ImportProblem.Of(
        "The identifier has another cooperative approach, first transferring Party or vintage than the row.", "識別子の協力的アプローチ、最初の移転国またはビンテージが行の内容と異なります。",
        "Correct one of the two.", "いずれかを訂正してください。");
}
