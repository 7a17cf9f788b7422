using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>One row of table 5: an entity authorized to take part in a cooperative approach.</summary>
/// <param name="AuthorizedOn">Date of the authorization.</param>
/// <param name="Name">Name of the entity.</param>
/// <param name="Country">Country of incorporation.</param>
/// <param name="IdentificationNumber">Number in that country.</param>
/// <param name="CooperativeApproach">Cooperative approach.</param>
public sealed record AefEntityRow(DateOnly AuthorizedOn, string Name, PartyCode Country, string IdentificationNumber, CooperativeApproachId CooperativeApproach)
{
    /// <summary>Conditions.</summary>
    public string? Conditions { get; init; }

    /// <summary>Change and revocation conditions.</summary>
    public string? ChangeConditions { get; init; }

    /// <summary>Additional explanatory information.</summary>
    public string? Explanation { get; init; }
}
