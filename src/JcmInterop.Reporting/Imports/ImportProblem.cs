using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Imports;

/// <summary>What is wrong with a file, row or cell, and what would be read instead. One entry per thing that can be wrong.</summary>
internal sealed record ImportProblem(BilingualText Reason, BilingualText Remedy)
{
    public static ImportProblem Empty { get; } = Of(
        "The cell is empty.", "空欄です。",
        "Give a value; what is not known is written as unknown.", "値を入力してください。不明な場合は unknown と書きます。");

    public static ImportProblem TooLong { get; } = Of(
        $"The cell has more than {ImportLimits.CellLengthMax} characters.", $"{ImportLimits.CellLengthMax} 文字を超えています。",
        "Shorten it; look for a quotation mark that is never closed.", "短くしてください。閉じていない引用符がないか確認してください。");

    public static ImportProblem BlanksAtEnds { get; } = Of(
        "The cell begins or ends with a blank.", "先頭または末尾に空白があります。",
        "Remove the blank.", "空白を削除してください。");

    public static ImportProblem ControlCharacter { get; } = Of(
        "The cell has a control character.", "制御文字が含まれています。",
        "Remove it; only line breaks inside quotation marks are read.", "削除してください。使えるのは引用符の中の改行だけです。");

    public static ImportProblem FullWidth { get; } = Of(
        "The cell has full-width letters, digits or marks.", "全角の英数字または記号が含まれています。",
        "Write them in half width: 123, not １２３.", "半角で入力してください（１２３ ではなく 123）。");

    public static ImportProblem NotWholeNumber { get; } = Of(
        "This is not a whole number.", "整数ではありません。",
        "Write digits only, for example 1776.", "数字だけで入力してください（例：1776）。");

    public static ImportProblem ThousandsSeparator { get; } = Of(
        "The number has a separator, which could be read as a decimal comma or as thousands.", "区切り記号があり、桁区切りとも小数点とも読めます。",
        "Write digits only, for example 1776.", "数字だけで入力してください（例：1776）。");

    public static ImportProblem Negative { get; } = Of(
        "A quantity cannot be negative.", "数量を負にすることはできません。",
        "Write zero or a positive whole number of tonnes.", "0 以上の整数（トン）で入力してください。");

    public static ImportProblem Fraction { get; } = Of(
        "A quantity is a whole number of tonnes; one unit is one tonne.", "数量は整数のトンです。1 単位は 1 トンです。",
        "Write the notified whole number without a decimal mark.", "通知された整数を小数点なしで入力してください。");

    public static ImportProblem TooLarge { get; } = Of(
        "The number is larger than this product can keep.", "数が大きすぎて扱えません。",
        $"Check the digits; the largest number is {ImportLimits.NumberMax}.", $"桁を確認してください。最大値は {ImportLimits.NumberMax} です。");

    public static ImportProblem DateForm { get; } = Of(
        "The date has another form than year-month-day.", "日付の形式が「年-月-日」ではありません。",
        "Write it as 2026-01-24; day/month and month/day cannot be told apart.", "2026-01-24 の形式で入力してください。日/月と月/日は区別できません。");

    public static ImportProblem NoSuchDay { get; } = Of(
        "There is no such day in the calendar.", "暦に存在しない日付です。",
        "Check the day of the month.", "日を確認してください。");

    public static ImportProblem YesOrNo { get; } = Of(
        "The cell is neither yes nor no.", "yes または no ではありません。",
        "Write yes or no.", "yes または no と入力してください。");

    public static ImportProblem Party { get; } = Of(
        "This is not a Party code.", "締約国コードではありません。",
        "Write the three capital letters of ISO 3166-1 alpha-3, for example THA.", "ISO 3166-1 alpha-3 の大文字 3 字で入力してください（例：THA）。");

    public static ImportProblem CodeForm(string what, string whatJapanese, string example) => Of(
        $"This is not {what}.", $"{whatJapanese}ではありません。",
        $"Write it like {example}.", $"{example} のように入力してください。");

    public static ImportProblem NotOneOf(IEnumerable<string> values)
    {
        var listed = string.Join(", ", values);
        return Of("This is none of the values the column may have.", "この列に使えない値です。", $"Write one of: {listed}.", $"次のいずれかを入力してください：{listed}。");
    }

    public static ImportProblem Duplicate(int line) => Of(
        $"Line {line} already has this entry.", $"{line} 行目に同じ項目があります。",
        "Keep one of the two.", "どちらか一方だけを残してください。");

    public static ImportProblem UnknownProject(string project) => Of(
        $"Project {project} is not registered.", $"プロジェクト {project} は登録されていません。",
        "Import the project first, or correct the reference.", "先にプロジェクトを取り込むか、番号を訂正してください。");

    public static ImportProblem PeriodReversed { get; } = Of(
        "The monitoring period ends before it begins.", "モニタリング期間の終了日が開始日より前です。",
        "Exchange or correct the two days; both are included in the period.", "開始日と終了日を訂正してください（両日を含みます）。");

    public static ImportProblem PeriodOverlaps(int line) => Of(
        $"The monitoring period shares days with that of line {line} for the same project.", $"同じプロジェクトの {line} 行目とモニタリング期間が重複しています。",
        "Correct the days; a day's reductions are issued once.", "期間を訂正してください。同じ日の削減量は一度しか発行できません。");

    public static ImportProblem PeriodCrosses2021 { get; } = Of(
        "The monitoring period crosses from 2020 into 2021, and only reductions from 2021 on can be ITMOs.",
        "モニタリング期間が 2020 年から 2021 年にまたがっています。ITMO になり得るのは 2021 年以降の削減量だけです。",
        "Give one row per vintage, with the quantities notified for each.", "ビンテージごとに行を分け、それぞれの通知量を入力してください。");

    public static ImportProblem VintageOutside { get; } = Of(
        "The vintage is a year outside the monitoring period.", "ビンテージがモニタリング期間に含まれない年です。",
        "Write a calendar year that has days in the period.", "期間に含まれる暦年を入力してください。");

    public static ImportProblem Sum(string parts, string partsJapanese, long sum, long stated) => Of(
        $"{parts} add up to {sum}, the stated total is {stated}.", $"{partsJapanese}は {sum} ですが、合計欄は {stated} です。",
        "Correct the figures from the notification; nothing is recomputed.", "通知書の数値に訂正してください。再計算は行いません。");

    public static ImportProblem IssuedBeforeDecision { get; } = Of(
        "The issuance is dated before the decision.", "発行日が決定日より前です。",
        "Correct one of the two days.", "いずれかの日付を訂正してください。");

    public static ImportProblem ZeroIsNotApplicable { get; } = Of(
        "The side was notified zero, so there is nothing to issue.", "通知量が 0 のため、発行するものがありません。",
        $"Write '{ImportSpelling.NotApplicable}'.", $"「{ImportSpelling.NotApplicable}」と入力してください。");

    public static ImportProblem NotApplicableNeedsZero { get; } = Of(
        $"Only a side that was notified zero is '{ImportSpelling.NotApplicable}'.", $"「{ImportSpelling.NotApplicable}」は通知量が 0 の側だけに使います。",
        $"Write the day of issuance, '{ImportSpelling.Pending}' or '{ImportSpelling.Unknown}'.", $"発行日、「{ImportSpelling.Pending}」または「{ImportSpelling.Unknown}」を入力してください。");

    public static ImportProblem LineDiffers(int line, string column) => Of(
        $"Line {line} belongs to the same decision line and has another {column}.", $"同じ決定項目の {line} 行目と {column} が異なります。",
        "Make the rows of one decision agree.", "同じ決定の行の内容を一致させてください。");

    public static ImportProblem SerialsOverlap(int line) => Of(
        $"Serials of this range are also in line {line}.", $"この範囲の識別番号は {line} 行目にもあります。",
        "Correct the ranges; a unit is in one account only.", "範囲を訂正してください。1 つの単位は 1 つの口座にだけ存在します。");

    public static ImportProblem Serials(string fault) => Of(
        fault, "識別番号の範囲が正しくありません。",
        "Write prefix, first and last number and suffix as they are printed.", "表示どおりに接頭部、最初と最後の番号、接尾部を入力してください。");

    public static ImportProblem SplitForm { get; } = Of(
        "This is not a split by holder.", "保有者別の内訳ではありません。",
        $"Write it like 'Government=27; Participant=4', or '{ImportSpelling.NotPublished}'.", $"「Government=27; Participant=4」のように、または「{ImportSpelling.NotPublished}」と入力してください。");

    public static ImportProblem ForeignTo(string what, string whatJapanese) => Of(
        $"It does not belong to {what}.", $"{whatJapanese}のものではありません。",
        "Correct one of the two.", "いずれかを訂正してください。");

    public static ImportProblem Order(string what, string whatJapanese) => Of(
        $"{what} are in the wrong order.", $"{whatJapanese}の順序が逆です。",
        "Correct one of the two.", "いずれかを訂正してください。");

    public static ImportProblem DefinitionNeeded { get; } = Of(
        "Other international mitigation purposes are authorized and the first transfer is not defined.",
        "その他の国際的な緩和目的が承認されていますが、最初の国際移転の定義がありません。",
        "Write Authorization, Issuance or UseOrCancellation.", "Authorization、Issuance、UseOrCancellation のいずれかを入力してください。");

    public static ImportProblem Of(string english, string japanese, string remedyEnglish, string remedyJapanese) =>
        new(new BilingualText(english, japanese), new BilingualText(remedyEnglish, remedyJapanese));
}
