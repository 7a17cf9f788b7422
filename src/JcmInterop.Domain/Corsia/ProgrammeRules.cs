namespace JcmInterop.Domain.Corsia;

/// <summary>P1 to P3: the programme is on the Council's list for the period, and the list at hand can be relied on.</summary>
internal static class ProgrammeRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        var (block, rules) = (question.Block, question.Rules);
        switch (question.Entry?.Status ?? ProgrammeStatus.None)
        {
            case ProgrammeStatus.Conditional:
                yield return CorsiaReasons.NotEligible("PROG_CONDITIONAL_ONLY", block.Programme);
                break;
            case ProgrammeStatus.None when rules.IsListedInAnyPeriod(block.Programme):
                yield return CorsiaReasons.NotEligible("PROG_NOT_FOR_PERIOD", block.Programme, question.Period);
                break;
            case ProgrammeStatus.None:
                yield return CorsiaReasons.NotEligible("PROG_NOT_LISTED", block.Programme, rules.Edition);
                break;
            case ProgrammeStatus.Approved when !question.Entry!.Provenance.IsReliable || !rules.Window(question.Period).Provenance.IsReliable:
                yield return CorsiaReasons.Conditional("DATA_RULEPACK_UNVERIFIED", block.Programme, question.Period);
                break;
            case ProgrammeStatus.Approved:
                break;
            default:
                throw new InvalidOperationException("Unknown programme status.");
        }

        if (question.Day.DayNumber - rules.EditionDate.DayNumber > rules.StaleAfterDays) yield return CorsiaReasons.Conditional("DATA_RULEPACK_STALE", rules.Edition, rules.StaleAfterDays);
    }
}
