using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Records this Party's own authorization and notifies the partner.</summary>
/// <param name="Authorization">The terms.</param>
public sealed record RecordAuthorization(Authorization Authorization) : LedgerCommand;

/// <summary>Revokes this Party's own authorization; units already first transferred are not touched.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraph 7.</remarks>
/// <param name="Id">The authorization.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer.</param>
public sealed record RevokeAuthorization(AuthorizationId Id, DateOnly RevokedOn) : LedgerCommand;
