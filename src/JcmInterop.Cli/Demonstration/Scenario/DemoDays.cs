namespace JcmInterop.Cli.Demonstration.Scenario;

/// <summary>The days of the scenario. Those of the first ITMOs are read in a ministry release where nothing else is said.</summary>
internal static class DemoDays
{
    /// <summary>Day of the copy from which the Mongolian figures come; the issuance report is as of this day.</summary>
    public static readonly DateOnly Snapshot = new(2026, 6, 4);

    /// <summary>Thailand approves the transfer of the first ITMOs. Invented: between the decision and Japan's record.</summary>
    public static readonly DateOnly ApprovalOfFirstItmos = new(2025, 11, 10);

    /// <summary>Japan records the first ITMOs.</summary>
    public static readonly DateOnly AcquisitionOfFirstItmos = new(2025, 11, 11);

    /// <summary>Japan uses part of them towards its NDC. Invented.</summary>
    public static readonly DateOnly UseOfFirstItmos = new(2025, 12, 1);

    /// <summary>Thailand proposes transfers of the invented project. Invented.</summary>
    public static readonly DateOnly Proposal = new(2026, 3, 2);

    /// <summary>Japan accepts one of them. Invented.</summary>
    public static readonly DateOnly Acceptance = new(2026, 3, 3);
}
