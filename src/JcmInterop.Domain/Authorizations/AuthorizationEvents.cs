using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Authorizations;

/// <summary>An authorization was recorded: this Party's own, or the partner's as notified.</summary>
/// <param name="Authorization">The terms.</param>
public sealed record AuthorizationRecorded(Authorization Authorization) : LedgerEvent;

/// <summary>An authorization was changed: this Party's own, or the partner's as notified.</summary>
/// <param name="Authorization">The new terms.</param>
/// <param name="ChangedOn">Day from which they hold.</param>
/// <param name="AppliesToFirstTransferred">Whether the terms say that the change applies to units already first transferred.</param>
public sealed record AuthorizationChanged(Authorization Authorization, DateOnly ChangedOn, bool AppliesToFirstTransferred) : LedgerEvent;

/// <summary>An authorization was revoked: this Party's own, or the partner's as notified.</summary>
/// <param name="AuthorizingParty">The Party that revoked.</param>
/// <param name="Id">The authorization.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer.</param>
public sealed record AuthorizationRevoked(PartyCode AuthorizingParty, AuthorizationId Id, DateOnly RevokedOn) : LedgerEvent;
