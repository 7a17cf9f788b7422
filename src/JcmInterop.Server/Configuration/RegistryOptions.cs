namespace JcmInterop.Server.Configuration;

/// <summary>One bilateral registry, as the configuration says it.</summary>
public sealed record RegistryOptions
{
    /// <summary>The partner, alpha-3.</summary>
    public required string Partner { get; init; }

    /// <summary>Base address of the partner's node.</summary>
    public required string PartnerUrl { get; init; }

    /// <summary>Files with the partner's public keys, each a JSON Web Key Set.</summary>
    public required IReadOnlyList<string> PartnerKeyFiles { get; init; }

    /// <summary>This side's ITMO registry id, for example <c>JPN01</c>.</summary>
    public required string OwnRegistry { get; init; }

    /// <summary>The partner's ITMO registry id.</summary>
    public required string PartnerRegistry { get; init; }

    /// <summary>Layout of the serials this side issues; the neutral layout when absent.</summary>
    public SerialProfileOptions? SerialProfile { get; init; }

    /// <summary>How units reach the registries, by date of the decision.</summary>
    public required IReadOnlyList<IssuePatternOptions> IssuePatterns { get; init; }

    /// <summary>This side's NDC implementation period.</summary>
    public required NdcPeriodOptions NdcPeriod { get; init; }

    /// <summary>This side's last day for first transfers for other international mitigation purposes; absent while the Party has not chosen.</summary>
    public OimpCutOffOptions? OimpCutOff { get; init; }

    /// <summary>Days after the decision from which a pending leg is late.</summary>
    public int LateLegAfterDays { get; init; } = 60;

    /// <summary>Longest time a proposal may stay open, in days.</summary>
    public int DecideWithinDays { get; init; } = 90;
}
