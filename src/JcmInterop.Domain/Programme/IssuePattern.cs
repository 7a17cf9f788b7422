namespace JcmInterop.Domain.Programme;

/// <summary>How units of a Joint Committee decision reach the two registries; differs by partner and date.</summary>
public enum IssuePattern
{
    /// <summary>Each side issues its own leg in its own registry, on its own date (Mongolia).</summary>
    MirrorAtIssuance,

    /// <summary>The partner issues everything, approves the international transfer, and Japan records the acquisition (Thailand, 2025).</summary>
    PartnerIssuesThenTransfers,
}
