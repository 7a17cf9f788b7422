using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

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
            if (transfer.State == TransferState.Accepted)
            {
                if (Difference(transfer, end) is { } differs) d.Fault(end.Id.ToString(), TransferRules.CompletionDiffers.With(end.Id, differs));
                else if (AnswerDecisions.Present(d, transfer.Offer) is { } present) d.Fault(end.Id.ToString(), TransferRules.LiveHere.With(present, d.Settings.Party));
                else d.Record(new TransferCompleted(end.Id, transfer.AcquiringAccount!.Value, end.On, end.Units, d.Now));
            }
            else if (transfer.State != TransferState.Completed || transfer.CompletedOn != end.On || !transfer.Completed.AsSpan().SequenceEqual(end.Units.AsSpan()))
            {
                d.Fault(end.Id.ToString(), TransferRules.CompletedUnaccepted.With(end.Id, transfer.State));
            }
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

    /// <summary>How completed units differ from the accepted ones in anything but the identity a first transfer gives.</summary>
    private static string? Difference(Transfer transfer, CompletedTransfer end)
    {
        var offered = transfer.Offer.Units;
        if (offered.Length != end.Units.Length) return $"{end.Units.Length} runs of units instead of {offered.Length}";
        if (end.On < transfer.Offer.OfferedOn) return $"effective {end.On:yyyy-MM-dd}, before the offer";
        for (var i = 0; i < offered.Length; i++)
        {
            var given = end.Units[i];
            if (given.Itmo is null || given.FirstTransfer is null) return $"serials {given.Serials} have no ITMO identity";
            var same = offered[i].FirstTransfer is null
                ? given with { Authorization = offered[i].Authorization, Itmo = null, FirstTransfer = null } == offered[i]
                : given == offered[i];
            if (!same) return $"serials {given.Serials} instead of {offered[i].Serials}, or other particulars";
        }

        return null;
    }
}
