using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>What authorization events do to the state, and how quantities under an authorization are counted.</summary>
internal static class AuthorizationEffects
{
    public static LedgerState Apply(LedgerState state, AuthorizationRecorded e) =>
        state.Put(new AuthorizationRecord(e.Authorization, null, UnitQuantity.Zero, UnitQuantity.Zero));

    public static LedgerState Apply(LedgerState state, AuthorizationChanged e)
    {
        var record = state.Authorization(e.Authorization.AuthorizingParty, e.Authorization.Id)!;
        return state.Put(new AuthorizationVersion(record.Authorization, e.ChangedOn)).Put(record with { Authorization = e.Authorization });
    }

    public static LedgerState Apply(LedgerState state, AuthorizationRevoked e) =>
        state.Put(state.Authorization(e.AuthorizingParty, e.Id)! with { RevokedOn = e.RevokedOn });

    /// <summary>Counts units set aside (or, negative, released) for a first transfer under an authorization, where this side knows it.</summary>
    public static LedgerState Reserve(LedgerState state, PartyCode party, AuthorizationId id, long tonnes) =>
        state.Authorization(party, id) is { } record
            ? state.Put(record with { Reserved = new UnitQuantity(checked(record.Reserved.Tonnes + tonnes)) })
            : state;

    /// <summary>Counts units first transferred under an authorization, where this side knows it.</summary>
    public static LedgerState CountFirstTransfer(LedgerState state, PartyCode party, AuthorizationId id, long tonnes) =>
        state.Authorization(party, id) is { } record
            ? state.Put(record with { FirstTransferred = new UnitQuantity(checked(record.FirstTransferred.Tonnes + tonnes)) })
            : state;
}
