namespace JcmInterop.Storage.Tests.Integrity;

/// <summary>How the partner's signature beside a checkpoint came about.</summary>
public enum Cosigning
{
    /// <summary>As it must be.</summary>
    Right,

    /// <summary>The bytes of the signature were changed.</summary>
    Altered,

    /// <summary>It is the partner's, over another checkpoint.</summary>
    OfAnotherCheckpoint,

    /// <summary>It is by a key that is neither side's.</summary>
    ByStranger,

    /// <summary>It is by this side itself.</summary>
    ByUs,
}
