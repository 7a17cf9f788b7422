using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Records this Party's own authorization and notifies the partner.</summary>
/// <param name="Authorization">The terms.</param>
public sealed record RecordAuthorization(Authorization Authorization) : LedgerCommand;

/// <summary>Changes this Party's own authorization: the next version of its terms. Units already first transferred keep the terms they were first transferred under.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraphs 7 to 9.</remarks>
/// <param name="Authorization">The new terms; the version is one above the present one.</param>
/// <param name="ChangedOn">Day from which the new terms hold; not before the change that made the present version.</param>
/// <param name="AppliesToFirstTransferred">Whether the terms of the authorization say that the change applies to units already first transferred; people settle what follows.</param>
public sealed record ChangeAuthorization(Authorization Authorization, DateOnly ChangedOn, bool AppliesToFirstTransferred) : LedgerCommand;

/// <summary>Revokes this Party's own authorization; units already first transferred are not touched.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraph 7.</remarks>
/// <param name="Id">The authorization.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer.</param>
public sealed record RevokeAuthorization(AuthorizationId Id, DateOnly RevokedOn) : LedgerCommand;
