using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Terms of an authorization before a change; units first transferred under them keep them.</summary>
/// <param name="Authorization">The terms.</param>
/// <param name="ReplacedOn">First day on which the next version holds.</param>
public sealed record AuthorizationVersion(Authorization Authorization, DateOnly ReplacedOn) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Key(Authorization);

    private static string Key(Authorization terms) => $"{terms.AuthorizingParty}/{terms.Id}/{terms.Version}";
}
