using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>A Party's authorization of mitigation outcomes for use, as terms the ledger enforces.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraph 5, elements (a) to (n).</remarks>
/// <param name="Id">Id given by the authorizing Party.</param>
/// <param name="Version">Version of the authorization, from 1.</param>
/// <param name="AuthorizingParty">The Party that authorizes.</param>
/// <param name="AuthorizedOn">Date of authorization.</param>
/// <param name="CooperativeApproach">Cooperative approach (5(a)).</param>
/// <param name="Uses">Uses covered (5(e)).</param>
/// <param name="AuthorizedParties">Parties that may use the outcomes (5(b)); written out even though the format allows none.</param>
/// <param name="AuthorizedEntities">Identification numbers of authorized entities (5(b)); may be empty.</param>
/// <param name="QuantityCap">Largest quantity that may be first transferred under it (5(h)); absent where there is none.</param>
/// <param name="VintageFirst">First vintage covered (5(k)).</param>
/// <param name="VintageFinal">Last vintage covered, included.</param>
/// <param name="Projects">Projects covered; empty for all.</param>
/// <param name="FirstTransferDefinition">Definition for other international mitigation purposes (5(d)); required when such a use is covered.</param>
/// <param name="ExpiresOn">Last day on which a first transfer may happen under it (5(c)); absent where there is none.</param>
/// <param name="TrackingRegistry">Registry the Party tracks with (5(i)).</param>
/// <param name="Sectors">Sectors (5(m)).</param>
/// <param name="ActivityTypes">Activity types (5(n)).</param>
/// <param name="PurposeText">Named purpose for other international mitigation purposes, for example CORSIA; may be absent.</param>
/// <param name="Terms">Terms and conditions, and the change and revocation process (5(g)), in words.</param>
/// <param name="SourceNote">Where the facts come from, and which of them are assumed or invented.</param>
public sealed record Authorization(
    AuthorizationId Id,
    int Version,
    PartyCode AuthorizingParty,
    DateOnly AuthorizedOn,
    CooperativeApproachId CooperativeApproach,
    AuthorizedUses Uses,
    ImmutableArray<PartyCode> AuthorizedParties,
    ImmutableArray<string> AuthorizedEntities,
    UnitQuantity? QuantityCap,
    Vintage VintageFirst,
    Vintage VintageFinal,
    ImmutableArray<ProjectReference> Projects,
    FirstTransferDefinition? FirstTransferDefinition,
    DateOnly? ExpiresOn,
    PartyRegistryId TrackingRegistry,
    ImmutableArray<string> Sectors,
    ImmutableArray<string> ActivityTypes,
    string? PurposeText,
    string? Terms,
    string SourceNote)
{
    /// <summary>Whether the authorization covers units of a project and vintage.</summary>
    public bool Covers(ProjectReference project, Vintage vintage) =>
        VintageFirst.Year <= vintage.Year && vintage.Year <= VintageFinal.Year && (Projects.IsEmpty || Projects.Contains(project));
}
