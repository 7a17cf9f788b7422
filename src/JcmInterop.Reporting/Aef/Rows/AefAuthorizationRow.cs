using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>One row of table 2: one version of one authorization.</summary>
/// <param name="AuthorizationId">Id assigned by the reporting Party.</param>
/// <param name="AuthorizedOn">Date of authorization.</param>
/// <param name="CooperativeApproach">Cooperative approach.</param>
/// <param name="Version">Version of the authorization, from 1.</param>
/// <param name="Purpose">What it covers.</param>
public sealed record AefAuthorizationRow(
    string AuthorizationId, DateOnly AuthorizedOn, CooperativeApproachId CooperativeApproach, int Version, AefPurpose Purpose)
{
    /// <summary>Largest quantity, t CO2 eq; absent when unlimited.</summary>
    public UnitQuantity? Quantity { get; init; }

    /// <summary>Metric.</summary>
    public AefMetric Metric { get; init; }

    /// <summary>Global warming potential values, for non-CO2 gases.</summary>
    public string? GwpValues { get; init; }

    /// <summary>Name of a metric other than t CO2 eq.</summary>
    public string? NonGhgMetric { get; init; }

    /// <summary>Sectors, in the vocabulary.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Activity types, in the vocabulary.</summary>
    public IReadOnlyList<string> ActivityTypes { get; init; } = [];

    /// <summary>Authorized Parties; filled even though optional, because an empty list can fail the acquirer in rule II01.</summary>
    public IReadOnlyList<PartyCode> AuthorizedParties { get; init; } = [];

    /// <summary>Identification numbers of authorized entities.</summary>
    public IReadOnlyList<string> AuthorizedEntities { get; init; } = [];

    /// <summary>The other international mitigation purposes authorized, for example CORSIA.</summary>
    public string? OimpAuthorized { get; init; }

    /// <summary>First calendar year in which the mitigation may have occurred.</summary>
    public int? OccurredFromYear { get; init; }

    /// <summary>Last calendar year in which the mitigation may have occurred, included.</summary>
    public int? OccurredToYear { get; init; }

    /// <summary>Terms and conditions.</summary>
    public string? Terms { get; init; }

    /// <summary>First transfer definition for other international mitigation purposes.</summary>
    public AefFirstTransferDefinition? FirstTransferDefinition { get; init; }

    /// <summary>Additional explanatory information.</summary>
    public string? Explanation { get; init; }
}
