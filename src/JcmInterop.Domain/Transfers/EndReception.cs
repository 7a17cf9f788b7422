using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Decides the transferring side's completions and cancellations, as the acquiring side.</summary>
internal static class EndReception
{
    public static Refusal? Completed(Deciding d, TransferCompletion message)
    {
        if (message.Transfers.Length is 0 or > MessageBatching.TransfersMax)
            return TransferRules.CountUnclear.With(message.Transfers.Length, "transfers", MessageBatching.TransfersMax);
        foreach (var end in message.Transfers)
        {
            if (Theirs(d, end.Id, "completion") is not { } transfer) continue;
            if (Unfit(d, transfer, end) is { } unfit) d.Fault(end.Id.ToString(), unfit);
            else if (transfer.State == TransferState.Accepted) d.Record(new TransferCompleted(end.Id, transfer.AcquiringAccount!.Value, end.On, end.Units, d.Now));
        }

        return null;
    }

    public static Refusal? Cancelled(Deciding d, TransferCancellation message)
    {
        if (message.Transfers.Length is 0 or > MessageBatching.TransfersMax)
            return TransferRules.CountUnclear.With(message.Transfers.Length, "transfers", MessageBatching.TransfersMax);
        foreach (var end in message.Transfers)
        {
            if (Theirs(d, end.Id, "cancellation") is not { } transfer) continue;
            if (transfer.IsOpen) d.Record(new TransferCancelled(end.Id, end.Reason, d.Now));
            else if (transfer.State == TransferState.Completed) d.Fault(end.Id.ToString(), TransferRules.CancelledCompleted.With(end.Id));
        }

        return null;
    }

    private static Transfer? Theirs(Deciding d, TransferId id, string what)
    {
        if (!d.State.Transfers.TryGetValue(id, out var transfer)) d.Fault(id.ToString(), TransferRules.TransferUnknown.With(id));
        else if (transfer.Role != TransferRole.Acquiring) d.Fault(id.ToString(), TransferRules.AnswerContradicts.With(id, what, transfer.State));
        else return transfer;
        return null;
    }

    /// <summary>Why a completion contradicts this side's records, or nothing; a repetition of the same completion does not.</summary>
    private static Refusal? Unfit(Deciding d, Transfer transfer, CompletedTransfer end)
    {
        switch (transfer.State)
        {
            case TransferState.Accepted:
                return Difference(d, transfer.Offer, end) is { } differs ? TransferRules.CompletionDiffers.With(end.Id, differs) : ArrivalChecks.Forbidden(d, transfer.Offer);
            case TransferState.Completed:
                var same = transfer.CompletedOn == end.On && transfer.Completed.AsSpan().SequenceEqual(end.Units.AsSpan());
                return same ? null : TransferRules.CompletionDiffers.With(end.Id, "it was completed with other content before");
            default:
                return TransferRules.CompletedUnaccepted.With(end.Id, transfer.State);
        }
    }

    /// <summary>How completed units differ from the accepted ones in anything but the identity a first transfer gives.</summary>
    private static string? Difference(Deciding d, TransferOffer offer, CompletedTransfer end)
    {
        var offered = offer.Units;
        if (offered.Length != end.Units.Length) return $"{end.Units.Length} runs of units instead of {offered.Length}";
        if (end.On < offer.OfferedOn) return $"effective {end.On:yyyy-MM-dd}, before the offer";
        var terms = offer.Authorization is { } id ? d.State.AuthorizationOn(d.Settings.Partner, id, end.On)?.Authorization : null;
        var given = NumberRanges.Empty;
        for (var i = 0; i < offered.Length; i++)
        {
            var unit = end.Units[i];
            if (unit.Itmo is not { } itmo || unit.FirstTransfer is null) return $"serials {unit.Serials} have no ITMO identity";
            var isFresh = offered[i].FirstTransfer is null;
            if (unit != (isFresh ? FirstTransferred(terms!, end.On, offered[i], itmo) : offered[i]))
                return $"serials {unit.Serials} instead of {offered[i].Serials}, or other particulars";
            if (!isFresh) continue;
            if (itmo.OriginatingRegistry.Party != d.Settings.Partner) return $"registry {itmo.OriginatingRegistry} is not the partner's";
            if (end.On > terms!.ExpiresOn) return $"effective {end.On:yyyy-MM-dd}, after authorization {terms.Id} expired";
            var series = FirstTransferring.Series(itmo, unit.Vintage);
            if (ArrivalChecks.IdentityTaken(d, unit) || given.Overlaps(series, itmo.FirstSerial, itmo.FirstSerial + unit.Quantity.Tonnes - 1))
                return $"the ITMO serials of {unit.Serials} are on other units already";
            given = given.Add(series, itmo.FirstSerial, itmo.FirstSerial + unit.Quantity.Tonnes - 1);
        }

        return null;
    }

    /// <summary>The offered run as its first transfer must have made it; which of its registries and which ITMO serials is the partner's choice.</summary>
    private static UnitRun FirstTransferred(Authorization terms, DateOnly on, UnitRun offered, ItmoBlock told) => offered with
    {
        Authorization = terms.Id,
        Itmo = told with { CooperativeApproach = terms.CooperativeApproach, FirstTransferringParty = terms.AuthorizingParty },
        FirstTransfer = new FirstTransfer(on, FirstTransferTrigger.InternationalTransfer, terms.Id),
    };
}
