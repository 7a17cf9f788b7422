namespace JcmInterop.Domain.Corsia;

/// <summary>One question: is this block eligible for this period, under this edition of the rules, on this day, in this jurisdiction.</summary>
/// <param name="Block">The block.</param>
/// <param name="Period">Compliance period.</param>
/// <param name="Rules">Edition of the rules.</param>
/// <param name="AsOf">Instant of the question.</param>
/// <param name="Jurisdiction">Whose rules apply on top.</param>
public sealed record CorsiaQuestion(CorsiaBlock Block, CompliancePeriod Period, CorsiaRulePack Rules, DateTimeOffset AsOf, CorsiaJurisdiction Jurisdiction)
{
    /// <summary>Calendar day of the question, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(AsOf.UtcDateTime);

    internal ProgrammePeriod? Entry => Rules.Find(Block.Programme, Period);

    internal bool IsListed => Entry is { Status: ProgrammeStatus.Approved };

    /// <summary>Reductions from 2021 on need the host country's authorization in every period.</summary>
    internal bool NeedsAuthorization => Block.To is not { } to || to.Year >= Units.Vintage.FirstParisYear;
}
