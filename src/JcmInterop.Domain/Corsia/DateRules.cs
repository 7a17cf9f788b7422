namespace JcmInterop.Domain.Corsia;

/// <summary>D1 to D5: when the first crediting period began and when the reductions happened; both ends of a window are included.</summary>
internal static class DateRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        var (block, window) = (question.Block, question.Rules.Window(question.Period));
        if (block.FirstCreditingStart is not { } start) yield return CorsiaReasons.Conditional("DATE_FCP_UNKNOWN");
        else if (start < window.FirstCreditingFrom) yield return CorsiaReasons.NotEligible("DATE_FCP_BEFORE_2016", start, window.FirstCreditingFrom);

        var (from, to) = (question.Entry?.ReductionsFrom ?? window.ReductionsFrom, question.Entry?.ReductionsTo ?? window.ReductionsTo);
        if (block.From is not { } first || block.To is not { } last) yield return CorsiaReasons.Conditional("DATE_MP_UNKNOWN");
        else if (last < from) yield return CorsiaReasons.NotEligible("DATE_MP_BEFORE_WINDOW", last, from);
        else if (first > to) yield return CorsiaReasons.NotEligible("DATE_MP_AFTER_WINDOW", first, to);
        else if (first < from || last > to) yield return CorsiaReasons.Conditional("DATE_MP_STRADDLES", first, last);
    }
}
