using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>One row of table 3: one action on one block of ITMOs.</summary>
/// <param name="ActedAt">When the action was executed in the reporting Party's registry, UTC.</param>
/// <param name="Type">Type of the action.</param>
/// <param name="Subtype">Subtype; needed for a first transfer.</param>
/// <param name="Units">The block.</param>
public sealed record AefActionRow(DateTimeOffset ActedAt, AefActionType Type, AefActionSubtype? Subtype, AefUnits Units)
{
    /// <summary>Transferring Party, in an acquisition.</summary>
    public PartyCode? TransferringParty { get; init; }

    /// <summary>Acquiring Party, in a first transfer to another Party or a transfer.</summary>
    public PartyCode? AcquiringParty { get; init; }

    /// <summary>Named purpose of a use or cancellation for other international mitigation purposes.</summary>
    public string? Purpose { get; init; }

    /// <summary>Party that uses or cancels.</summary>
    public PartyCode? UsingParty { get; init; }

    /// <summary>Identification number of the entity that uses or cancels.</summary>
    public string? UsingEntity { get; init; }

    /// <summary>Calendar year for which the units are used towards the NDC: 2/CMA.3 annex, paragraph 8(b).</summary>
    public int? UsedForYear { get; init; }

    /// <summary>Additional explanatory information.</summary>
    public string? Explanation { get; init; }
}
