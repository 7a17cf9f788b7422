namespace JcmInterop.Domain.Corsia;

/// <summary>L1 to L5: the programme's own label for this period. Necessary, never sufficient; a mark without period counts as none.</summary>
internal static class LabelRules
{
    private static readonly string[] Contradicted = ["PROG_", "UNIT_", "ACT_", "DATE_"];

    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question, IReadOnlyList<CorsiaReason> others)
    {
        if (!question.IsListed) yield break;
        var labels = question.Block.Labels;
        if (labels.Any(l => l.Level == LabelLevel.Eligible && l.Period == question.Period))
        {
            var isContradicted = others.Any(r => r.Code == "AUTH_MISSING"
                || (r.Effect == CorsiaVerdict.NotEligible && Contradicted.Any(p => r.Code.StartsWith(p, StringComparison.Ordinal))));
            if (isContradicted) yield return CorsiaReasons.Information("LABEL_CONFLICT");
            yield break;
        }

        if (labels.Any(l => l.Level == LabelLevel.Scope && l.Period == question.Period)) yield return CorsiaReasons.Conditional("LABEL_SCOPE_ONLY");
        else if (labels.Any(l => l.Period is { } period && period != question.Period)) yield return CorsiaReasons.Conditional("LABEL_OTHER_PERIOD");
        else if (labels.Count > 0) yield return CorsiaReasons.Conditional("LABEL_UNSPECIFIED");
        else yield return CorsiaReasons.Conditional("LABEL_ABSENT");
    }
}
