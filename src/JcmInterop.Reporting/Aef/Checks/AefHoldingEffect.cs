namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>What an action does to the holdings of the Party that reports it.</summary>
internal enum AefHoldingEffect
{
    /// <summary>The units come in.</summary>
    Enters,

    /// <summary>The units go to another Party, or end by a first transfer that is a use or cancellation.</summary>
    Leaves,

    /// <summary>The units are used or cancelled; that they are not held either is rule LOC04.</summary>
    Ends,

    /// <summary>The units may be held afterwards or not.</summary>
    Open,
}
