namespace JcmInterop.Messages.Verification;

/// <summary>What checking one part of a file came to.</summary>
public enum FindingOutcome
{
    /// <summary>The part is what it says, signed by whom it says.</summary>
    Genuine,

    /// <summary>The part is not what it says; do not rely on it.</summary>
    Failed,

    /// <summary>Something a reader must know that could not be checked from the file and the keys alone.</summary>
    Unchecked,
}
