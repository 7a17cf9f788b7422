using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>An authorization in this side's records, with what has been first transferred or set aside under it.</summary>
/// <param name="Authorization">The terms.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer; absent while it stands.</param>
/// <param name="FirstTransferred">Quantity first transferred under it.</param>
/// <param name="Reserved">Quantity in open transfers, outgoing or offered by the partner, that would be first transferred under it.</param>
public sealed record AuthorizationRecord(Authorization Authorization, DateOnly? RevokedOn, UnitQuantity FirstTransferred, UnitQuantity Reserved) : LedgerItem
{
    /// <summary>Quantity that may still be first transferred; absent where the authorization has no cap.</summary>
    public UnitQuantity? Room => Authorization.QuantityCap is { } cap
        ? new UnitQuantity(Math.Max(0, cap.Tonnes - FirstTransferred.Tonnes - Reserved.Tonnes))
        : null;

    /// <summary>Whether the authorization allows a first transfer on a day.</summary>
    public bool IsActiveOn(DateOnly day) =>
        Authorization.AuthorizedOn <= day && (RevokedOn is not { } revoked || day < revoked) && (Authorization.ExpiresOn is not { } expires || day <= expires);

    /// <inheritdoc/>
    public override string ItemKey() => $"{Authorization.AuthorizingParty}/{Authorization.Id}";
}
