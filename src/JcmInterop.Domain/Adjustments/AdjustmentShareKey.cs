using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>What amounts are broken down by: 2/CMA.3 annex, paragraph 23(j). What a record does not say is absent and forms its own group.</summary>
/// <param name="Year">Calendar year the amount counts in.</param>
/// <param name="Term">Which term of the balance.</param>
/// <param name="Purpose">Purpose of a first transfer; absent for a use.</param>
/// <param name="CooperativeApproach">Cooperative approach.</param>
/// <param name="Sector">Sector of the activity.</param>
/// <param name="TransferringParty">The Party that first transferred.</param>
/// <param name="UsingParty">The Party that acquired or used.</param>
/// <param name="Vintage">Calendar year in which the mitigation occurred.</param>
public sealed record AdjustmentShareKey(
    int Year,
    AdjustmentTerm Term,
    FirstTransferPurpose? Purpose,
    CooperativeApproachId? CooperativeApproach,
    string? Sector,
    PartyCode? TransferringParty,
    PartyCode? UsingParty,
    Vintage Vintage);
