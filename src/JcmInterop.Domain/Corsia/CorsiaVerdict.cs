namespace JcmInterop.Domain.Corsia;

/// <summary>Whether a block may be cancelled for a compliance period. The worst reason decides; a later value is worse.</summary>
public enum CorsiaVerdict
{
    /// <summary>May be cancelled now for the period.</summary>
    Eligible,

    /// <summary>Nothing excludes it, but something needed is absent, pending or contradictory: do not cancel yet.</summary>
    Conditional,

    /// <summary>A rule excludes it; no document can cure that.</summary>
    NotEligible,
}
