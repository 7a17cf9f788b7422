using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Units;

/// <summary>Whether units may be cancelled for a purpose, and whether the cancellation is their first transfer.</summary>
internal static class CancellationChecks
{
    /// <summary>Why not, or nothing; with the authorization of a first transfer where the cancellation is one.</summary>
    public static Refusal? Forbidden(Deciding d, CancelUnits command, DateOnly on, List<UnitBlock> picked, out AuthorizationRecord? record)
    {
        record = null;
        if (picked.Find(b => b.FirstTransfer is { } first && on < first.On) is { } early)
            return AuthorizationRules.BeforeFirstTransfer.With(on, early.FirstTransfer!.On, early.Serials);
        var use = command.Purpose switch
        {
            CancellationPurpose.InternationalMitigation => AuthorizedUses.InternationalMitigation,
            CancellationPurpose.OtherPurposes => AuthorizedUses.OtherPurposes,
            _ => AuthorizedUses.None,
        };
        foreach (var block in picked.Where(b => b.FirstTransfer is not null && use != AuthorizedUses.None))
        {
            if (NotCovered(d, block, use, command.Entity) is { } refusal) return refusal;
        }

        var fresh = picked.Where(b => b.FirstTransfer is null).Select(b => b.Run()).ToList();
        if (fresh.Count == 0 || (use == AuthorizedUses.None && (command.Authorization is null || command.Purpose != CancellationPurpose.OverallMitigation))) return null;
        if (command.Authorization is not { } id) return AuthorizationRules.FirstTransferNeedsAuthorization.With(fresh[0].Serials);
        if (FirstTransferChecks.Forbidden(d, d.Settings.Party, id, acquirer: null, on, fresh) is { } forbidden) return forbidden;
        record = d.State.Authorization(d.Settings.Party, id)!;
        if (use == AuthorizedUses.None) return null;
        return record.Authorization.Uses.HasFlag(use)
            ? OtherEntity(record.Authorization, command.Entity)
            : AuthorizationRules.UseNotCovered.With(id, d.Settings.Party, command.Purpose, record.Authorization.Uses);
    }

    private static Refusal? NotCovered(Deciding d, UnitBlock block, AuthorizedUses use, string? entity)
    {
        var party = block.Itmo!.FirstTransferringParty;
        var id = block.FirstTransfer!.Authorization;
        if (d.State.AuthorizationOn(party, id, block.FirstTransfer!.On) is not { } theirs) return AuthorizationRules.AuthorizationUnknown.With(id, party);
        return theirs.Authorization.Uses.HasFlag(use) ? OtherEntity(theirs.Authorization, entity) : AuthorizationRules.UseNotCovered.With(id, party, use, theirs.Authorization.Uses);
    }

    // An authorization without entities names none in particular; a cancellation without one is the Party's own.
    private static Refusal? OtherEntity(Authorization terms, string? entity) => entity is null || terms.AuthorizedEntities.IsEmpty || terms.AuthorizedEntities.Contains(entity)
        ? null
        : AuthorizationRules.EntityNotAuthorized.With(terms.Id, terms.AuthorizingParty, entity, string.Join(", ", terms.AuthorizedEntities));
}
