namespace JcmInterop.Domain.Corsia;

/// <summary>O1: what the Union asks on top. Whether its implementing act exists was not found, so nothing is cleared here.</summary>
internal static class EuropeanRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        if (question.Block.Host == HostStanding.NotParty) yield return CorsiaReasons.NotEligible("OVL_EU_HOST_NOT_PARTY");
        yield return CorsiaReasons.Conditional("OVL_EU_NOT_LISTED");
    }
}
