using System.Globalization;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>The form of every cell: presence and pattern.</summary>
internal static class AefSyntax
{
    private const int SoundTextsMax = 512;
    private const int YearMin = 1990;
    private const int YearMax = 2200;
    private static readonly string[] TextDates = ["d/M/yyyy", "yyyy/M/d", "yyyy-M-d", "d.M.yyyy", "d-M-yyyy", "yyyy年M月d日"];

    public static IEnumerable<Finding> Check(AefFile file, AefNomenclature nomenclature) =>
        file.Fields.Layouts.SelectMany(layout =>
        {
            HashSet<string>[] sound = [.. layout.Fields.Select(_ => new HashSet<string>(ReferenceEqualityComparer.Instance))];
            return file[layout.Table].SelectMany(record => Check(record, sound, nomenclature));
        });

    /// <summary>The instant or date of an action, at midnight UTC when the cell has no time; nothing when the form is wrong.</summary>
    public static DateTimeOffset? ActionInstant(AefCell cell)
    {
        if (cell.Kind == AefCellKind.Date) return new DateTimeOffset(cell.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return DateTimeOffset.TryParseExact(cell.ToString(), ["yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
    }

    // Readers keep one copy of texts that come again and again: a copy once found sound is not looked at again.
    private static IEnumerable<Finding> Check(AefRecord record, HashSet<string>[] sound, AefNomenclature nomenclature)
    {
        for (var i = 0; i < record.Layout.Fields.Count; i++)
        {
            var cell = record[i];
            if (cell.Kind == AefCellKind.Text && sound[i].Contains(cell.ToString())) continue;
            if (Check(record, record.Layout.Fields[i], cell, nomenclature) is { } finding) yield return finding;
            else if (cell.Kind == AefCellKind.Text && sound[i].Count < SoundTextsMax) sound[i].Add(cell.ToString());
        }
    }

    private static Finding? Check(AefRecord record, AefField field, AefCell cell, AefNomenclature nomenclature)
    {
        if (field.Placeholder is { } placeholder && !cell.IsEmpty && cell.ToString() != placeholder)
            return AefFinding.Warning("SYN05", record, field.TechnicalName,
                new("The platform fills this field; the Party leaves its placeholder.", "この欄はプラットフォームが記入します。締約国は記入しません。"),
                new($"Write {placeholder} again.", $"{placeholder} に戻してください。"));
        if (field.Requirement == AefRequirement.FilledByPlatform) return null;
        if (cell.IsEmpty || (field.NotApplicable is { } mark && cell.ToString() == mark))
            return field.Requirement == AefRequirement.Required ? Missing(record, field) : null;
        return Form(cell, field, nomenclature) is { } form ? Malformed(record, field, cell, form, nomenclature) : null;
    }

    private static string? Form(AefCell cell, AefField field, AefNomenclature nomenclature)
    {
        return field.Format switch
        {
            AefFieldFormat.Integer => cell.Kind == AefCellKind.Integer && cell.Number >= 0 ? null : "a whole number",
            AefFieldFormat.Year => cell.Kind == AefCellKind.Integer && cell.Number is >= YearMin and <= YearMax ? null : "a year, yyyy",
            AefFieldFormat.Date => cell.Kind == AefCellKind.Date && cell.Date.Year is >= YearMin and <= YearMax ? null : $"a date cell, {YearMin} to {YearMax}",
            AefFieldFormat.ActionDate => ActionInstant(cell)?.Year is >= YearMin and <= YearMax ? null : "a date cell or yyyy-mm-ddThh:mm:ss.sssZ",
            AefFieldFormat.Text => null,
            _ => TextForm(cell, cell.ToString(), field, nomenclature),
        };
    }

    private static string? TextForm(AefCell cell, string text, AefField field, AefNomenclature nomenclature)
    {
        return field.Format switch
        {
            AefFieldFormat.Party => PartyNames.Find(text) is not null ? null : "the code or name of a Party",
            AefFieldFormat.PartyCode => PartyCode.IsValid(text) ? null : "an alpha-3 code",
            AefFieldFormat.PartyCodes => Array.TrueForAll(Parts(text), PartyCode.IsValid) ? null : "alpha-3 codes separated by commas",
            AefFieldFormat.SubmissionVersion => AefSubmissionVersion.TryParse(text, out _) ? null : "X.Y, the first being 1.0",
            AefFieldFormat.AuthorizationId => text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '/' or '.') ? null : "letters, digits, space, - / .",
            AefFieldFormat.CooperativeApproach => CooperativeApproachId.IsValid(text) ? null : "CA and four digits",
            AefFieldFormat.PartyRegistry => PartyRegistryId.IsValid(text) ? null : "an alpha-3 code and two digits",
            AefFieldFormat.ItmoIdentifier => cell is { Kind: AefCellKind.Integer, Number: >= 1 } || ItmoId.TryParse(text, out _) ? null : "CA0001-JPN01-JPN-1-2024, or the serial number",
            AefFieldFormat.Term => nomenclature[field.Vocabulary!].ValueOf(text) is not null ? null : $"a value of the list '{field.Vocabulary}'",
            AefFieldFormat.Terms => Array.TrueForAll(Parts(text), p => nomenclature[field.Vocabulary!].ValueOf(p) is not null) ? null : $"values of the list '{field.Vocabulary}' separated by commas",
            AefFieldFormat.Timeframe => AefTimeframe.IsValid(text) ? null : "yyyy - yyyy, or Occurred: from D to D. Use: from D to D",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Format, "Unknown field format."),
        };
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries);

    private static Finding Missing(AefRecord record, AefField field) => AefFinding.Error("SYN03", record, field.TechnicalName,
        new($"'{field.Header}' is empty.", $"「{field.Header}」が未記入です。"),
        new("Every row needs this field.", "すべての行で必須の項目です。"));

    private static Finding Malformed(AefRecord record, AefField field, AefCell cell, string form, AefNomenclature nomenclature)
    {
        var (why, whyJapanese) = Likely(field, cell, nomenclature);
        return AefFinding.Error("SYN04", record, field.TechnicalName,
            new($"'{field.Header}' does not have the form {form}{why}.", $"「{field.Header}」の形式が正しくありません（{form}）{whyJapanese}。"),
            new($"Write {form}.", $"形式に従って記入してください：{form}"));
    }

    // What a person sees as right and a program does not: say which it is.
    private static (string English, string Japanese) Likely(AefField field, AefCell cell, AefNomenclature nomenclature)
    {
        if (cell.Kind != AefCellKind.Text) return ("", "");
        var folded = AefText.Folded(cell.ToString());
        if (folded != cell.ToString() && Form(Read(folded, field), field, nomenclature) is null) return (": it has full-width characters or stray blanks", "：全角文字または余分な空白が含まれています");
        return field.Format switch
        {
            AefFieldFormat.Date or AefFieldFormat.ActionDate when DateOnly.TryParseExact(folded, TextDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                (": the date is a text", "：日付が文字列です"),
            AefFieldFormat.Integer or AefFieldFormat.Year when long.TryParse(folded, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _) =>
                (": the number is a text", "：数値が文字列です"),
            _ => ("", ""),
        };
    }

    private static AefCell Read(string text, AefField field) =>
        field.Format is AefFieldFormat.Integer or AefFieldFormat.Year or AefFieldFormat.ItmoIdentifier && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? AefCell.OfNumber(number)
            : field.Format is AefFieldFormat.Date or AefFieldFormat.ActionDate && DateOnly.TryParseExact(text, TextDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? AefCell.OfDate(date)
                : AefCell.OfText(text);
}
