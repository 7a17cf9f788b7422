namespace JcmInterop.Conformance;

/// <summary>How a case ended.</summary>
public enum CaseVerdict
{
    /// <summary>What came is what the protocol says.</summary>
    Passed,

    /// <summary>Something else came.</summary>
    Failed,

    /// <summary>The case could not be played; the reason stands where the answer would.</summary>
    NotRun,
}
