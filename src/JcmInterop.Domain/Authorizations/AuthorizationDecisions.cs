using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Decides commands and messages about authorizations.</summary>
internal static class AuthorizationDecisions
{
    private const int TextMax = 4_000;
    private const int ListMax = 500;

    public static Refusal? Record(Deciding d, RecordAuthorization command)
    {
        var asked = command.Authorization;
        if (asked.AuthorizingParty != d.Settings.Party) return AuthorizationRules.NotOwn.With(asked.Id, asked.AuthorizingParty, d.Settings.Party);
        if (d.State.Authorization(asked.AuthorizingParty, asked.Id) is { } present)
            return Same(present.Authorization, asked) ? null : AuthorizationRules.AuthorizationExists.With(asked.Id);
        if (OtherRegistry(d, asked) is { } elsewhere) return elsewhere;
        if (Unclear(d, asked) is { } refusal) return refusal;
        d.Record(new AuthorizationRecorded(asked));
        d.Tell(new AuthorizationNotice(asked));
        FirstTransferEvents.OnAuthorization(d, asked.Id);
        return null;
    }

    public static Refusal? Notified(Deciding d, AuthorizationNotice message)
    {
        var told = message.Authorization;
        if (told.AuthorizingParty != d.Settings.Partner) return AuthorizationRules.NotOwn.With(told.Id, told.AuthorizingParty, d.Settings.Partner);
        if (d.State.Authorization(told.AuthorizingParty, told.Id) is { } present)
        {
            if (!Same(present.Authorization, told)) d.Fault(told.Id.ToString(), AuthorizationRules.AuthorizationExists.With(told.Id));
            return null;
        }

        if (Unclear(d, told) is { } refusal) return refusal;
        d.Record(new AuthorizationRecorded(told));
        return null;
    }

    public static Refusal? Revoke(Deciding d, RevokeAuthorization command)
    {
        if (d.State.Authorization(d.Settings.Party, command.Id) is not { } record) return AuthorizationRules.AuthorizationUnknown.With(command.Id, d.Settings.Party);
        if (record.RevokedOn is { } revoked) return AuthorizationRules.AlreadyRevoked.With(command.Id, revoked);
        d.Record(new AuthorizationRevoked(d.Settings.Party, command.Id, command.RevokedOn));
        d.Tell(new RevocationNotice(command.Id, command.RevokedOn));
        return null;
    }

    public static Refusal? PartnerRevoked(Deciding d, RevocationNotice message)
    {
        if (d.State.Authorization(d.Settings.Partner, message.Id) is not { } record) return AuthorizationRules.AuthorizationUnknown.With(message.Id, d.Settings.Partner);
        if (record.RevokedOn is null) d.Record(new AuthorizationRevoked(d.Settings.Partner, message.Id, message.RevokedOn));
        else if (record.RevokedOn != message.RevokedOn) d.Fault(message.Id.ToString(), AuthorizationRules.AlreadyRevoked.With(message.Id, record.RevokedOn));
        return null;
    }

    /// <summary>Why this Party's authorization does not belong in this registry, or nothing.</summary>
    public static Refusal? OtherRegistry(Deciding d, Authorization asked) => asked.TrackingRegistry == d.Settings.OwnRegistry
        ? null
        : AuthorizationRules.OtherTrackingRegistry.With(asked.Id, asked.TrackingRegistry, d.Settings.OwnRegistry);

    /// <summary>What is unclear in the terms of an authorization, or nothing.</summary>
    public static Refusal? Unclear(Deciding d, Authorization asked)
    {
        if (asked.AuthorizedOn > d.LatestToday) return AccountRules.DateInFuture.With(asked.AuthorizedOn);
        if (asked.Uses == AuthorizedUses.None) return AuthorizationRules.NoUse.With(asked.Id);
        if ((asked.Uses & ~AuthorizedUses.Ndc) != AuthorizedUses.None && asked.FirstTransferDefinition is null) return AuthorizationRules.FirstTransferUndefined.With(asked.Id);
        if (!asked.VintageFirst.IsParisEra || asked.VintageFinal.Year < asked.VintageFirst.Year)
            return AuthorizationRules.VintagesUnclear.With(asked.Id, asked.VintageFirst, asked.VintageFinal);
        if (asked.Sectors.IsEmpty) return AuthorizationRules.TextNeeded.With(asked.Id, "sector", ListMax);
        var longest = new[] { asked.Terms, asked.PurposeText, asked.SourceNote }.Max(t => t?.Length ?? 0);
        if (longest > TextMax) return AuthorizationRules.TextNeeded.With(asked.Id, "terms", TextMax);
        return asked.AuthorizedEntities.Length > ListMax || asked.Projects.Length > ListMax || asked.AuthorizedParties.Length > ListMax
            ? AuthorizationRules.TextNeeded.With(asked.Id, "a list", ListMax)
            : null;
    }

    /// <summary>Whether two authorizations say the same in every term.</summary>
    public static bool Same(Authorization one, Authorization other) =>
        one with
        {
            AuthorizedParties = other.AuthorizedParties, AuthorizedEntities = other.AuthorizedEntities, Projects = other.Projects,
            Sectors = other.Sectors, ActivityTypes = other.ActivityTypes,
        } == other
        && one.AuthorizedParties.AsSpan().SequenceEqual(other.AuthorizedParties.AsSpan())
        && one.AuthorizedEntities.AsSpan().SequenceEqual(other.AuthorizedEntities.AsSpan())
        && one.Projects.AsSpan().SequenceEqual(other.Projects.AsSpan())
        && one.Sectors.AsSpan().SequenceEqual(other.Sectors.AsSpan())
        && one.ActivityTypes.AsSpan().SequenceEqual(other.ActivityTypes.AsSpan());
}
