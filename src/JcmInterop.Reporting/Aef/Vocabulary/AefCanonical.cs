using System.Globalization;
using System.Text.RegularExpressions;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Vocabulary;

/// <summary>What a cell says, whichever of the conflicting spellings and forms it uses: two cells mean the same when these texts are equal.</summary>
/// <param name="nomenclature">Controlled lists.</param>
internal sealed partial class AefCanonical(AefNomenclature nomenclature)
{
    private const string NotApplicable = "NA";

    public string Of(AefField field, AefCell cell)
    {
        if (cell.IsEmpty) return "";
        var text = AefText.Folded(cell.ToString());
        if (text == NotApplicable) return "";
        return field.Format switch
        {
            AefFieldFormat.Term => Term(field, text),
            AefFieldFormat.Terms => List(text, part => Term(field, part)),
            AefFieldFormat.Party or AefFieldFormat.PartyCode => Party(text),
            AefFieldFormat.PartyCodes => List(text, Party),
            AefFieldFormat.ActionDate => AefSyntax.ActionInstant(cell) is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text,
            AefFieldFormat.Integer or AefFieldFormat.Year => text.Replace(",", "", StringComparison.Ordinal),
            AefFieldFormat.ItmoIdentifier => AefBlock.Read(cell) is { Id: { } id } ? id.ToString() : text,
            AefFieldFormat.Timeframe => string.Join(' ', Years().Matches(text).Select(m => m.Value)),
            _ => text,
        };
    }

    /// <summary>Whether two cells of one field mean the same; a serial number means the same as the full identifier with that serial.</summary>
    public bool AreSame(AefField field, AefCell one, AefCell other) =>
        Of(field, one) == Of(field, other)
        || (field.Format == AefFieldFormat.ItmoIdentifier && one.Kind != other.Kind && AefBlock.Read(one).Serial is > 0 and var serial && serial == AefBlock.Read(other).Serial);

    private string Term(AefField field, string text) => nomenclature[field.Vocabulary!].ValueOf(text) ?? text;

    private static string Party(string text) => PartyNames.Find(text)?.Code ?? text;

    private static string List(string text, Func<string, string> canonical) =>
        string.Join(", ", text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(canonical).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Years();
}
