using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef;

/// <summary>What can be wrong with the layout of a file.</summary>
internal static class AefReadingFindings
{
    private const string Basis = "Layout of the agreed electronic format: 4/CMA.6 annex II";

    public static Finding Unreadable(string place, string reason) => Error("SYN00", place, "",
        new($"The file cannot be read: {reason}", $"ファイルを読み取れません：{reason}"),
        new("Hand in an XLSX workbook, its JSON form or a folder of CSV files in UTF-8.", "XLSX、その JSON 形式、または UTF-8 の CSV フォルダーで提出してください。"));

    public static Finding MissingSheet(AefTableLayout layout) => Error("SYN01", layout.SheetName, "",
        new($"The file has no table '{layout.SheetName}'.", $"表「{layout.SheetName}」がありません。"),
        new("Use the template's sheet names unchanged.", "様式のシート名を変更せずに使用してください。"));

    public static Finding MisspeltSheet(AefTableLayout layout, string found) => Error("SYN01", found, found,
        new($"The sheet is named '{found}' instead of '{layout.SheetName}'.", $"シート名が「{layout.SheetName}」ではなく「{found}」です。"),
        new($"Rename it to '{layout.SheetName}'.", $"「{layout.SheetName}」に変更してください。"));

    public static Finding MissingTitle(AefTableLayout layout) => new("SYN01", FindingSeverity.Warning, layout.SheetName, "",
        new($"No cell above the table reads '{layout.Title}'.", $"表の上に「{layout.Title}」がありません。"),
        new("Restore the template's title cell.", "様式の表題を元に戻してください。"), Basis);

    public static Finding MissingHeader(AefTableLayout layout, AefField field, string? place = null) => Error("SYN02", place ?? layout.SheetName, field.Header,
        new($"{layout.Title} has no column '{field.Header}'.", $"{layout.Title} に「{field.Header}」の欄がありません。"),
        new("Restore the template's headers; every column must be there, even when empty.", "様式の見出しを元に戻してください。空欄でもすべての欄が必要です。"));

    public static Finding MisspeltHeader(AefTableLayout layout, AefField field, string found, string cell) => Error("SYN02", $"{layout.SheetName}!{cell}", found,
        new($"The header reads '{AefText.Short(found)}' instead of '{field.Header}'.", $"見出しが「{field.Header}」ではなく「{AefText.Short(found)}」です。"),
        new($"Write '{field.Header}' exactly.", $"「{field.Header}」と正確に記入してください。"));

    public static Finding UnknownHeader(string place, string found) => Error("SYN02", place, AefText.Short(found),
        new("This column is not one of the table's: it may be a renamed one, and nothing in it is read.", "この表にない欄です（見出しが変更された可能性があり、内容は読み取られません）。"),
        new("Write the template's header, or remove the column.", "様式の見出しに戻すか、欄を削除してください。"));

    public static Finding RepeatedHeader(string place, AefField field, string first) => Error("SYN02", place, field.Header,
        new($"The column '{field.Header}' is there twice; the one in {first} is read.", $"「{field.Header}」の欄が二つあります（{first} を読み取りました）。"),
        new("Keep one of the two.", "どちらか一方を残してください。"));

    public static Finding UnknownMember(string place, string member) => Error("SYN02", place, AefText.Short(member),
        new($"'{AefText.Short(member)}' is not a field of this table.", $"「{AefText.Short(member)}」はこの表の項目ではありません。"),
        new("Use the technical names of the common nomenclature.", "共通用語集の技術名を使用してください。"));

    public static Finding StrayValue(string place, string value) => new("SYN02", FindingSeverity.Warning, place, AefText.Short(value),
        new("The value stands in a column without a header and is not read.", "見出しのない列に値があり、読み取られません。"),
        new("Move it under its header, or clear the cell.", "該当する見出しの下に移すか、消去してください。"), Basis);

    public static Finding Reordered(AefTableLayout layout, string place, AefField field) => Error("SYN06", place, field.Header,
        new($"The column '{field.Header}' does not stand in the order of {layout.Title}; values are read by header.", $"「{field.Header}」の欄の順序が {layout.Title} と異なります（見出しにより読み取りました）。"),
        new("Put the columns back in the template's order.", "様式の順序に戻してください。"));

    public static Finding Merged(AefTableLayout layout, string range) => Error("SYN07", $"{layout.SheetName}!{range}", range,
        new("Cells are merged: all but the first lose their value.", "セルが結合されています。先頭以外の値は失われます。"),
        new("Unmerge them and fill every cell.", "結合を解除し、すべてのセルに記入してください。"));

    public static Finding Formula(string place, string value) => Error("SYN08", place, AefText.Short(value),
        new("The cell holds a formula; its value depends on the program that opens the file.", "セルに数式が含まれています。値が開くソフトウェアに依存します。"),
        new("Paste its value.", "値として貼り付けてください。"));

    public static Finding FailedCalculation(string place, string value) => Error("SYN08", place, AefText.Short(value),
        new("The cell holds the mark of a failed calculation.", "セルが計算エラーになっています。"),
        new("Write the value.", "値を記入してください。"));

    public static Finding LostDigits(string place, string value) => Error("SYN08", place, AefText.Short(value),
        new("The number has more than 15 digits; a spreadsheet does not keep the rest.", "15桁を超える数値のため、表計算ソフトでは下位の桁が失われます。"),
        new("Write it as text.", "文字列として記入してください。"));

    public static Finding NoSuchDay(string place, string value) => Error("SYN08", place, AefText.Short(value),
        new("The date cell counts a day that does not exist: 29 February 1900, or a day before 1900 or after 9999.", "存在しない日付です（1900年2月29日、または1900年より前・9999年より後）。"),
        new("Write the date again.", "日付を記入し直してください。"));

    public static Finding AfterTheEnd(AefTableLayout layout, int row, int rows) => Error("SYN09", $"{layout.SheetName}!{row}:{row}", "",
        new($"The table ends at its first blank row, but {rows} rows with content follow; they are not read.", $"表は最初の空行で終わりますが、その後に {rows} 行の内容があり、読み取られません。"),
        new("Delete the blank row, or the rows after the table.", "空行、または表の後の行を削除してください。"));

    public static Finding TooManyEmptyRows(AefTableLayout layout, int rowsMax) => Error("SYN09", layout.SheetName, "",
        new($"The sheet has more than {rowsMax} formatted rows without content; what follows them is not read.", $"書式だけの空行が {rowsMax} 行を超えています。その後は読み取られません。"),
        new("Delete the empty rows and save the file again.", "空行を削除して保存し直してください。"));

    public static Finding Macros(string part) => Error("SYN10", part, "",
        new("The workbook contains programs (macros); none is run here, and none belongs in a submission.", "ブックにマクロが含まれています（ここでは実行しません）。"),
        new("Save it as .xlsx without macros.", "マクロなしの .xlsx で保存してください。"));

    public static Finding SupersededFormat(AefFieldTable fields) => Error("SYN11", fields.Layouts[0].SheetName, fields.Id,
        new("The file has version 1 of the agreed electronic format; version 2 is requested.", "合意電子様式の第1版です。第2版の使用が求められています。"),
        new("Use it to compare with; file the data in version 2.", "照合用にのみ使用し、提出は第2版で行ってください。"), "4/CMA.6, paragraph 19");

    private static Finding Error(string rule, string place, string value, BilingualText reason, BilingualText remedy, string basis = Basis) =>
        new(rule, FindingSeverity.Error, place, value, reason, remedy, basis);
}
