namespace JcmInterop.Domain.Corsia;

/// <summary>Whether the same reductions were found as other units.</summary>
public enum OverlapFinding
{
    /// <summary>None found.</summary>
    None,

    /// <summary>Another live serial range overlaps.</summary>
    SerialRange,

    /// <summary>The same activity and period were issued elsewhere, it seems.</summary>
    Suspected,

    /// <summary>Proven.</summary>
    Proven,
}
