using JcmInterop.Domain.Authorizations;

namespace JcmInterop.Domain.Units;

/// <summary>When and by what event units were first transferred; set once per unit and inherited by every part of a split block.</summary>
/// <param name="On">Effective day of the event.</param>
/// <param name="Trigger">The event that counted.</param>
/// <param name="Authorization">The authorization it happened under.</param>
public sealed record FirstTransfer(DateOnly On, FirstTransferTrigger Trigger, AuthorizationId Authorization);
