using JcmInterop.Domain.Corsia;

namespace JcmInterop.Reporting.Corsia;

/// <summary>Verdicts on blocks of units for every compliance period, under one edition of the rules.</summary>
/// <param name="Rules">The edition.</param>
/// <param name="AsOf">Instant of the verdicts.</param>
/// <param name="Jurisdiction">Whose rules apply on top of the ICAO baseline.</param>
/// <param name="Lines">One line per part of a block and period, in the order of the blocks.</param>
public sealed record CorsiaReport(CorsiaRulePack Rules, DateTimeOffset AsOf, CorsiaJurisdiction Jurisdiction, IReadOnlyList<CorsiaLine> Lines)
{
    /// <summary>Judges blocks for all compliance periods.</summary>
    public static CorsiaReport Of(
        IEnumerable<CorsiaBlock> blocks, CorsiaRulePack rules, DateTimeOffset asOf, CorsiaJurisdiction jurisdiction = CorsiaJurisdiction.IcaoBaseline) =>
        new(rules, asOf, jurisdiction,
        [
            .. from block in blocks
               from period in Enum.GetValues<CompliancePeriod>()
               from result in CorsiaEligibility.Assess(new CorsiaQuestion(block, period, rules, asOf, jurisdiction))
               select new CorsiaLine(period, result),
        ]);
}
