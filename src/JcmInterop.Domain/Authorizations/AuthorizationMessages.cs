using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Tells the partner of the sender's authorization.</summary>
/// <param name="Authorization">The terms.</param>
public sealed record AuthorizationNotice(Authorization Authorization) : PartnerMessage;

/// <summary>Tells the partner that the sender revoked its authorization.</summary>
/// <param name="Id">The authorization.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer.</param>
public sealed record RevocationNotice(AuthorizationId Id, DateOnly RevokedOn) : PartnerMessage;

/// <summary>Tells the partner that the sender changed its authorization: the next version of its terms.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraph 7. Units first transferred before are not touched by it.</remarks>
/// <param name="Authorization">The new terms; the version is one above the version before.</param>
/// <param name="ChangedOn">Day from which the new terms hold.</param>
/// <param name="AppliesToFirstTransferred">Whether the terms of the authorization say that the change applies to units already first transferred; what follows from it
/// is for people to settle, and no unit is changed by this message.</param>
public sealed record AuthorizationChange(Authorization Authorization, DateOnly ChangedOn, bool AppliesToFirstTransferred) : PartnerMessage;
