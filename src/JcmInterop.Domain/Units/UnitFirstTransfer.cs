using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Units;

/// <summary>When and by what a unit of this Party was first transferred, given what the ledger knows of it and an act that may be the event.</summary>
internal static class UnitFirstTransfer
{
    /// <summary>The first transfer, or nothing where no event counts, or none that the authorization allows.</summary>
    /// <param name="d">The decision in the making.</param>
    /// <param name="record">This Party's authorization.</param>
    /// <param name="block">The unit.</param>
    /// <param name="issuedOn">Day of issuance, where known.</param>
    /// <param name="act">What the present act would be; absent where there is none.</param>
    /// <param name="on">Its effective day.</param>
    public static FirstTransfer? Of(Deciding d, AuthorizationRecord record, UnitBlock block, DateOnly? issuedOn, FirstTransferTrigger? act, DateOnly on) =>
        !(IsAtIssuance(record.Authorization) && issuedOn is null)
        && FirstTransferDates.Of(Dates(d, record, block, issuedOn, act, on), CutOff(d, record, block)) is FirstTransferDated dated && dated.On <= d.LatestToday
            ? new FirstTransfer(dated.On, Trigger(dated.Event), record.Authorization.Id)
            : null;

    /// <summary>Why there is none.</summary>
    public static Refusal WhyNone(Deciding d, AuthorizationRecord record, UnitBlock block, DateOnly? issuedOn, FirstTransferTrigger? act, DateOnly on)
    {
        var terms = record.Authorization;
        if (CoveredSince(d, record, block) is not { } since) return AuthorizationRules.NotCovered.With(terms.Id, block.Project, block.Vintage);
        if (IsAtIssuance(terms) && issuedOn is null) return AuthorizationRules.IssueDayUnknown.With(block.Serials, terms.Id);
        if (IsAtIssuance(terms) && issuedOn < since) return AuthorizationRules.IssuedBeforeAuthorization.With(block.Serials, issuedOn, terms.Id, since);
        if (act is FirstTransferTrigger.InternationalTransfer) return AuthorizationRules.NoFirstTransferByTransfer.With(block.Serials, terms.Id);
        return CutOff(d, record, block) is { } cutOff && on > cutOff.LastDay
            ? AuthorizationRules.CutOffPassed.With(on, cutOff.LastDay, block.Serials)
            : AuthorizationRules.NoEventYet.With(terms.Id, block.Serials, (object?)terms.FirstTransferDefinition ?? "-");
    }

    private static bool IsAtIssuance(Authorization terms) => terms is { FirstTransferDefinition: FirstTransferDefinition.Issuance, Uses: not AuthorizedUses.Ndc };

    private static MitigationOutcomeDates Dates(Deciding d, AuthorizationRecord record, UnitBlock block, DateOnly? issuedOn, FirstTransferTrigger? act, DateOnly on) =>
        new(record.Authorization.Uses, record.Authorization.FirstTransferDefinition, CoveredSince(d, record, block))
        {
            IssuedOn = issuedOn,
            TransferredOn = act is FirstTransferTrigger.InternationalTransfer ? on : null,
            UsedOrCancelledOn = act is FirstTransferTrigger.UseOrCancellation ? on : null,
            ToAdaptationFundOn = act is FirstTransferTrigger.AdaptationFund ? on : null,
            OverallMitigationOn = act is FirstTransferTrigger.OverallMitigation ? on : null,
        };

    // Units that a later version came to cover are authorized from its day on.
    private static DateOnly? CoveredSince(Deciding d, AuthorizationRecord record, UnitBlock block)
    {
        var present = record.Authorization;
        var from = present.AuthorizedOn;
        foreach (var version in d.State.AuthorizationVersions.Values
            .Where(v => v.Authorization.AuthorizingParty == present.AuthorizingParty && v.Authorization.Id == present.Id).OrderBy(v => v.Authorization.Version))
        {
            if (version.Authorization.Covers(block.Project, block.Vintage)) return from;
            from = version.ReplacedOn;
        }

        return present.Covers(block.Project, block.Vintage) ? from : null;
    }

    // A day that has not come, or on which the authorization no longer stands, forces nothing.
    private static OimpCutOff? CutOff(Deciding d, AuthorizationRecord record, UnitBlock block)
    {
        if (d.Settings.OimpCutOff is not { } cutOff || !d.Settings.NdcPeriod.Contains(block.Vintage.Year)) return null;
        return cutOff.Rule == OimpCutOffRule.NoLaterUse || (cutOff.LastDay < d.Today && record.IsActiveOn(cutOff.LastDay)) ? cutOff : null;
    }

    private static FirstTransferTrigger Trigger(FirstTransferEvent happened) => happened switch
    {
        FirstTransferEvent.InternationalTransfer => FirstTransferTrigger.InternationalTransfer,
        FirstTransferEvent.Authorization => FirstTransferTrigger.Authorization,
        FirstTransferEvent.Issuance => FirstTransferTrigger.Issuance,
        FirstTransferEvent.UseOrCancellation => FirstTransferTrigger.UseOrCancellation,
        FirstTransferEvent.AdaptationFund => FirstTransferTrigger.AdaptationFund,
        FirstTransferEvent.OverallMitigation => FirstTransferTrigger.OverallMitigation,
        FirstTransferEvent.CutOff => FirstTransferTrigger.CutOff,
        _ => throw new LedgerDefectException($"No first transfer is made by {happened}."),
    };
}
