using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef;

/// <summary>What can be wrong with the layout of a file.</summary>
internal static class AefReadingFindings
{
    private const string Basis = "Layout of the agreed electronic format: 4/CMA.6 annex II";

    public static Finding MissingSheet(AefTableLayout layout) => new("SYN01", FindingSeverity.Error, layout.SheetName, "",
        new($"The workbook has no sheet named '{layout.SheetName}'.", $"シート「{layout.SheetName}」がありません。"),
        new("Use the template's sheet names unchanged.", "様式のシート名を変更せずに使用してください。"), Basis);

    public static Finding MisspeltSheet(AefTableLayout layout, string found) => new("SYN01", FindingSeverity.Error, found, found,
        new($"The sheet is named '{found}' instead of '{layout.SheetName}'.", $"シート名が「{layout.SheetName}」ではなく「{found}」です。"),
        new($"Rename it to '{layout.SheetName}'.", $"「{layout.SheetName}」に変更してください。"), Basis);

    public static Finding MissingHeader(AefTableLayout layout, AefField field) => new("SYN02", FindingSeverity.Error, layout.SheetName, field.Header,
        new($"{layout.Title} has no column '{field.Header}'.", $"{layout.Title} に「{field.Header}」の欄がありません。"),
        new("Restore the template's headers; every column must be there, even when empty.", "様式の見出しを元に戻してください。空欄でもすべての欄が必要です。"), Basis);

    public static Finding MisspeltHeader(AefTableLayout layout, AefField field, string found, string cell) => new("SYN02", FindingSeverity.Error, $"{layout.SheetName}!{cell}", found,
        new($"The header reads '{found}' instead of '{field.Header}'.", $"見出しが「{field.Header}」ではなく「{found}」です。"),
        new($"Write '{field.Header}' exactly.", $"「{field.Header}」と正確に記入してください。"), Basis);

    public static Finding UnknownMember(string place, string member) => new("SYN02", FindingSeverity.Error, place, member,
        new($"'{member}' is not a field of this table.", $"「{member}」はこの表の項目ではありません。"),
        new("Use the technical names of the common nomenclature.", "共通用語集の技術名を使用してください。"), Basis);
}
