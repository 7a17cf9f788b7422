using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Whether units the partner offers can arrive: what this side knows of them must agree, and what it does not know must be new.</summary>
internal static class ArrivalChecks
{
    /// <summary>Why the units of an offer cannot arrive, or nothing. Checked when the offer arrives, when it is accepted, and when it is completed.</summary>
    public static Refusal? Forbidden(Deciding d, TransferOffer offer)
    {
        foreach (var unit in offer.Units)
        {
            if (d.State.EndedSerials.Overlaps(unit.Serials.Form, unit.Serials.First, unit.Serials.Final)) return TransferRules.EndedThere.With(unit.Serials, d.Settings.Partner);
            var known = d.State.BlocksOverlapping(unit.Serials).ToList();
            if ((known.Count == 0 ? OfNew(d, offer, unit) : OfReturning(d, offer, unit, known)) is { } refusal) return refusal;
        }

        return null;
    }

    /// <summary>Whether some ITMO serials of a run are on other units already, or are no serials at all.</summary>
    public static bool IdentityTaken(Deciding d, UnitRun unit)
    {
        var first = unit.Itmo!.FirstSerial;
        return first < 1
            || first > SerialRange.NumberMax - unit.Quantity.Tonnes + 1
            || d.State.ItmoSerials.Overlaps(FirstTransferring.Series(unit.Itmo, unit.Vintage), first, checked(first + unit.Quantity.Tonnes - 1));
    }

    private static Refusal? OfNew(Deciding d, TransferOffer offer, UnitRun unit)
    {
        if (unit.IssuedBy != d.Settings.Partner) return TransferRules.OfferUnclear.With(offer.Id, $"serials {unit.Serials} are said to be issued by {unit.IssuedBy} and are not known here");
        if (unit.FirstTransfer is not { } first || unit.Itmo is not { } itmo) return null;
        if (itmo.FirstTransferringParty != d.Settings.Partner)
            return TransferRules.OfferUnclear.With(offer.Id, $"serials {unit.Serials} are said to be first transferred by {itmo.FirstTransferringParty} and are not known here");
        if (d.State.Authorization(itmo.FirstTransferringParty, first.Authorization) is not { } record)
            return AuthorizationRules.AuthorizationUnknown.With(first.Authorization, itmo.FirstTransferringParty);
        if (first.On < record.Authorization.AuthorizedOn)
            return AuthorizationRules.BeforeAuthorization.With(first.On, record.Authorization.AuthorizedOn, first.Authorization);
        return IdentityTaken(d, unit) ? TransferRules.OfferUnclear.With(offer.Id, $"the ITMO serials of {unit.Serials} are on other units already") : null;
    }

    private static Refusal? OfReturning(Deciding d, TransferOffer offer, UnitRun unit, List<UnitBlock> known)
    {
        if (known.Find(b => b.Status != BlockStatus.TransferredOut) is { } live) return TransferRules.LiveHere.With(live.Serials, d.Settings.Party);
        var covered = 0L;
        foreach (var block in known)
        {
            var part = block.Part(Math.Max(block.Serials.First, unit.Serials.First), Math.Min(block.Serials.Final, unit.Serials.Final)).Run();
            covered = checked(covered + part.Quantity.Tonnes);
            var told = unit with { Serials = part.Serials, Itmo = unit.Itmo?.From(part.Serials.First - unit.Serials.First) };
            if (told != part) return TransferRules.OfferUnclear.With(offer.Id, $"serials {part.Serials} have other particulars than when they left");
        }

        return covered == unit.Quantity.Tonnes ? null : TransferRules.LiveHere.With(unit.Serials, d.Settings.Party);
    }
}
