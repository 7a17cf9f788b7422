namespace JcmInterop.Domain.Corsia;

/// <summary>C1 to C5: the corresponding adjustment is made, or the pending one is covered by a route the programme accepts.</summary>
internal static class AdjustmentRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        if (!question.NeedsAuthorization) yield break;
        var block = question.Block;
        foreach (var claim in block.Assurances.OfType<DoubleClaimFound>())
        {
            yield return block.CancelledOn <= claim.FoundOn
                ? CorsiaReasons.Information("CA_FAILED_AFTER_USE", claim.FoundOn)
                : CorsiaReasons.NotEligible("CA_FAILED_DOUBLE_CLAIM", claim.FoundOn);
        }

        if (block.Assurances.OfType<AdjustmentReported>().Any(r => r.CoversBlock && r.ReportedOn <= question.Day))
        {
            yield return CorsiaReasons.Information("CA_EVIDENCED");
            yield break;
        }

        var policies = block.Assurances.OfType<AdjustmentInsured>().Select(p => Faults(question, p).ToList()).ToList();
        if (policies.Count == 0) yield return CorsiaReasons.Conditional("CA_PENDING_UNCOVERED");
        else if (policies.Exists(p => p.Count == 0)) yield return CorsiaReasons.Information("CA_PENDING_COVERED");
        else
        {
            foreach (var fault in policies.SelectMany(p => p).DistinctBy(r => r.Code)) yield return fault;
        }
    }

    private static IEnumerable<CorsiaReason> Faults(CorsiaQuestion question, AdjustmentInsured policy)
    {
        if (question.Entry?.ApprovedInsurers.FirstOrDefault(i => string.Equals(i.Name, policy.Insurer, StringComparison.Ordinal)) is not { } insurer || question.Day < insurer.From || question.Day > insurer.To)
            yield return CorsiaReasons.Conditional("CA_COVER_NOT_APPROVED", policy.Insurer);
        if (question.Day < policy.CoverFrom || question.Day > policy.CoverTo) yield return CorsiaReasons.Conditional("CA_COVER_EXPIRED", policy.Insurer);
        if (policy.CoverQuantity < question.Block.Quantity) yield return CorsiaReasons.Conditional("CA_COVER_SHORT", policy.CoverQuantity, question.Block.Quantity);
        if (!policy.IsDeedSigned) yield return CorsiaReasons.Conditional("CA_DEED_UNSIGNED");
    }
}
