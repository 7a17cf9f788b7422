using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Tells the partner of the sender's authorization.</summary>
/// <param name="Authorization">The terms.</param>
public sealed record AuthorizationNotice(Authorization Authorization) : PartnerMessage;

/// <summary>Tells the partner that the sender revoked its authorization.</summary>
/// <param name="Id">The authorization.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer.</param>
public sealed record RevocationNotice(AuthorizationId Id, DateOnly RevokedOn) : PartnerMessage;
