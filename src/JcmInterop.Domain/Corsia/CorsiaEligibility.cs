using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>Decides eligibility. Pure: the same question always gives the same answer; every rule is looked at and every reason kept.</summary>
public static class CorsiaEligibility
{
    /// <summary>Answers a question, part by part where a cap or an insurance cover ends inside the block.</summary>
    public static IReadOnlyList<CorsiaResult> Assess(CorsiaQuestion question) =>
        [.. Parts(question).Select(part => Judge(question with { Block = part }))];

    private static CorsiaResult Judge(CorsiaQuestion question)
    {
        List<CorsiaReason> reasons =
        [
            .. ProgrammeRules.Check(question),
            .. RegistryRules.Check(question),
            .. UnitRules.Check(question),
            .. ActivityRules.Check(question),
            .. DateRules.Check(question),
            .. HostRules.Check(question),
            .. AdjustmentRules.Check(question),
        ];
        reasons.AddRange(LabelRules.Check(question, reasons));
        if (question.Jurisdiction == CorsiaJurisdiction.EuropeanUnion) reasons.AddRange(EuropeanRules.Check(question));
        return new CorsiaResult(question.Block, reasons.Aggregate(CorsiaVerdict.Eligible, (worst, r) => r.Effect > worst ? r.Effect : worst), reasons, question.Rules.Id);
    }

    private static IEnumerable<CorsiaBlock> Parts(CorsiaQuestion question)
    {
        var block = question.Block;
        var edges = new SortedSet<long> { 0, block.Quantity.Tonnes };
        if (HostRules.Room(block) is { } room) edges.Add(Math.Min(room.Tonnes, block.Quantity.Tonnes));
        foreach (var insured in block.Assurances.OfType<AdjustmentInsured>()) edges.Add(Math.Min(insured.CoverQuantity.Tonnes, block.Quantity.Tonnes));
        var cuts = edges.ToList();

        // A block whose stated quantity contradicts its serials cannot be cut by serial.
        if (cuts.Count <= 2 || (block.Serials is { } serials && serials.Quantity != block.Quantity)) return [block];
        return cuts.Zip(cuts.Skip(1)).Select(c => block.Part(new UnitQuantity(c.First), new UnitQuantity(c.Second - c.First)));
    }
}
