using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Decides changes of authorizations, version by version.</summary>
/// <remarks>Source: decision 4/CMA.6, paragraphs 7 to 9. The cooperative approach and the definition of first transfer are constant (paragraph 15).</remarks>
internal static class AuthorizationChanges
{
    public static Refusal? Change(Deciding d, ChangeAuthorization command)
    {
        var asked = command.Authorization;
        if (asked.AuthorizingParty != d.Settings.Party) return AuthorizationRules.NotOwn.With(asked.Id, asked.AuthorizingParty, d.Settings.Party);
        if (!d.PartnerUnderstands<AuthorizationChange>()) return PartnerRules.TypeUnknownThere.With(d.Settings.Partner, MessageTypes.NameOf<AuthorizationChange>());
        if (Unacceptable(d, asked, command.ChangedOn) is { } refusal) return refusal;
        if (AuthorizationDecisions.OtherRegistry(d, asked) is { } elsewhere) return elsewhere;
        d.Record(new AuthorizationChanged(asked, command.ChangedOn, command.AppliesToFirstTransferred));
        d.Tell(new AuthorizationChange(asked, command.ChangedOn, command.AppliesToFirstTransferred));
        FirstTransferEvents.OnAuthorization(d, asked.Id);
        return null;
    }

    public static Refusal? Notified(Deciding d, AuthorizationChange message)
    {
        var told = message.Authorization;
        if (told.AuthorizingParty != d.Settings.Partner) return AuthorizationRules.NotOwn.With(told.Id, told.AuthorizingParty, d.Settings.Partner);
        if (d.State.Authorization(told.AuthorizingParty, told.Id) is { } present && AuthorizationDecisions.Same(present.Authorization, told)) return null;
        if (Unacceptable(d, told, message.ChangedOn) is { } refusal) return refusal;
        d.Record(new AuthorizationChanged(told, message.ChangedOn, message.AppliesToFirstTransferred));
        return null;
    }

    private static Refusal? Unacceptable(Deciding d, Authorization asked, DateOnly changedOn)
    {
        if (d.State.Authorization(asked.AuthorizingParty, asked.Id) is not { } record) return AuthorizationRules.AuthorizationUnknown.With(asked.Id, asked.AuthorizingParty);
        if (record.RevokedOn is { } revoked) return AuthorizationRules.AlreadyRevoked.With(asked.Id, revoked);
        var present = record.Authorization;
        if (asked.Version != present.Version + 1) return AuthorizationRules.VersionUnclear.With(asked.Id, asked.Version, present.Version);
        if (asked.CooperativeApproach != present.CooperativeApproach || asked.FirstTransferDefinition != present.FirstTransferDefinition || asked.AuthorizedOn != present.AuthorizedOn)
            return AuthorizationRules.ConstantTerms.With(asked.Id);
        if (asked.QuantityCap is { } cap && cap < record.FirstTransferred + record.Reserved)
            return AuthorizationRules.CapTooLow.With(asked.Id, cap, record.FirstTransferred + record.Reserved);
        if (changedOn > d.LatestToday) return AccountRules.DateInFuture.With(changedOn);
        var before = d.State.AuthorizationVersions.Values.Where(v => v.Authorization.AuthorizingParty == asked.AuthorizingParty && v.Authorization.Id == asked.Id)
            .Select(v => v.ReplacedOn).Append(present.AuthorizedOn).Max();
        return changedOn < before ? AuthorizationRules.ChangedEarlier.With(asked.Id, changedOn, before) : AuthorizationDecisions.Unclear(d, asked);
    }
}
