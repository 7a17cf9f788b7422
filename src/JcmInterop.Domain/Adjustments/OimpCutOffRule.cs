namespace JcmInterop.Domain.Adjustments;

/// <summary>What becomes of units issued for other international mitigation purposes and not first transferred by the last day of 4/CMA.6, paragraph 14.</summary>
/// <remarks>Open: the decision sets the day and says nothing about unused units (read in November 2026). The Party must choose; neither is a default.</remarks>
public enum OimpCutOffRule
{
    /// <summary>They stay as they are: an event after the last day is no first transfer for these purposes.</summary>
    NoLaterUse,

    /// <summary>They are all first transferred on the last day, whether used or not.</summary>
    CountedOnLastDay,
}
