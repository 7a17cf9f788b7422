namespace JcmInterop.Domain.Adjustments;

/// <summary>How a share of issued units becomes whole units.</summary>
/// <remarks>Open: units of the Article 6.4 mechanism are whole (7/CMA.4, rules of the mechanism registry, paragraph 28), and no rule for the shares of amounts that do not divide was
/// found (read in November 2026). Whoever computes must name one.</remarks>
public enum WholeUnitRounding
{
    /// <summary>Up: the share is never below its percentage.</summary>
    Up,

    /// <summary>Down: the remainder is never below its percentage.</summary>
    Down,

    /// <summary>To the nearest; a half goes up.</summary>
    HalfUp,
}
