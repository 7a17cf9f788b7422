using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Builds findings that name a cell.</summary>
internal static class AefFinding
{
    public const string CheckerBasis = "Consistency check as coded in a public checker; 4/CMA.6, paragraphs 29-33";
    public const string LocalBasis = "Local invariant";

    public static Finding Error(string rule, AefRecord record, string field, BilingualText reason, BilingualText remedy, string basis = CheckerBasis) =>
        Of(FindingSeverity.Error, rule, record, field, reason, remedy, basis);

    public static Finding Warning(string rule, AefRecord record, string field, BilingualText reason, BilingualText remedy, string basis = CheckerBasis) =>
        Of(FindingSeverity.Warning, rule, record, field, reason, remedy, basis);

    public static Finding Of(FindingSeverity severity, string rule, AefRecord record, string field, BilingualText reason, BilingualText remedy, string basis = CheckerBasis) =>
        new(rule, severity, record.Place(field), AefText.Short(record[field].ToString()), reason, remedy, basis);
}
