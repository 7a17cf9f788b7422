namespace JcmInterop.Domain.Corsia;

/// <summary>A1 to A4: exclusions of the programme's scope of eligibility. Nothing is excluded of a programme that is not listed at all.</summary>
internal static class ActivityRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        if (question.Entry is not { Status: ProgrammeStatus.Approved } entry) yield break;
        var block = question.Block;
        foreach (var methodology in block.Methodologies.Where(entry.ExcludedMethodologies.Contains)) yield return CorsiaReasons.NotEligible("ACT_METHOD_EXCLUDED", methodology);
        if (block.SectoralScope is { } scope && entry.ExcludedScopes.Contains(scope)) yield return CorsiaReasons.NotEligible("ACT_SCOPE_EXCLUDED", scope);
        if (block is { IsGridRenewable: true, CapacityMegawatts: { } capacity } && capacity > entry.GridRenewableMegawattsMax)
            yield return CorsiaReasons.NotEligible("ACT_SCALE_EXCLUDED", capacity, entry.GridRenewableMegawattsMax);
        var isMissing = (entry.ExcludedMethodologies.Count > 0 && block.Methodologies.Count == 0)
            || (entry.ExcludedScopes.Count > 0 && block.SectoralScope is null)
            || (entry.GridRenewableMegawattsMax is not null && (block.IsGridRenewable is null || block is { IsGridRenewable: true, CapacityMegawatts: null }));
        if (isMissing) yield return CorsiaReasons.Conditional("ACT_DATA_MISSING");
    }
}
