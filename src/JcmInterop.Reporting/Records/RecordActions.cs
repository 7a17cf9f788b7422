using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Records;

/// <summary>Turns the days of a block into actions and holdings of the Party that reports. Units are ITMOs from their first transfer on; what happened before is no action.</summary>
/// <param name="mapping">Whose records they are.</param>
/// <param name="dates">What counts.</param>
internal sealed class RecordActions(RecordMapping mapping, ReportDates dates)
{
    /// <summary>Whether something that happened on a day counts: by its own day, and by the day the row was recorded.</summary>
    public bool Counts(BlockRecord record, DateOnly? on) => on is { } day && !(day > dates.EffectiveUntil) && !((record.RecordedOn ?? day) > dates.RecordedUntilDay);

    /// <summary>The block as tables 3 and 4 name it.</summary>
    public AefUnits Units(BlockRecord record) => new(record.Authorization.ToString()!, mapping.OwnRegistry, record.FirstItmo!, record.FirstItmo!.Serial + record.Serials.Quantity.Tonnes - 1, AefMitigationType.EmissionReductions)
    {
        UnderlyingRegistry = record.Programme,
        UnderlyingFirst = record.FirstPrinted,
        UnderlyingLast = record.LastPrinted,
    };

    /// <summary>The actions of the reporting Party on a block that was first transferred.</summary>
    public IEnumerable<AefActionRow> Of(RecordOutcome outcome)
    {
        var (record, first) = (outcome.Record, outcome.First!);
        if (outcome.IsHosted(mapping))
        {
            if (Counts(record, first.On)) yield return FirstTransfer(record, first);
            if (first.Event != FirstTransferEvent.InternationalTransfer && Counts(record, record.TransferredOn) && record.TransferredOn >= first.On)
                yield return Row(record, record.TransferredOn!.Value, AefActionType.Transfer, null) with { AcquiringParty = record.AcquiringParty };
        }
        else if (outcome.IsAcquired(mapping) && Counts(record, record.TransferredOn) && record.TransferredOn >= first.On)
            yield return Row(record, record.TransferredOn!.Value, AefActionType.Acquisition, null) with { TransferringParty = record.Party };

        if (outcome.IsUsed(mapping) && Counts(record, record.UsedOn))
            yield return Row(record, record.UsedOn!.Value, AefActionType.Use, null) with { UsingParty = mapping.ReportingParty, UsingEntity = record.Entity, UsedForYear = record.UsedForYear };
        if (IsCancelledAfter(outcome) && Counts(record, record.CancelledOn)) yield return Cancellation(record);
    }

    /// <summary>Whether the reporting Party holds the block at the end of a day.</summary>
    public bool IsHeldAtEndOf(RecordOutcome outcome, DateOnly day)
    {
        var (record, first) = (outcome.Record, outcome.First!);
        bool HasHappened(DateOnly? on) => on <= day && Counts(record, on);
        if (!HasHappened(first.On) || HasHappened(record.UsedOn) || HasHappened(record.CancelledOn) || HasHappened(record.ToAdaptationFundOn)) return false;
        return outcome.IsHosted(mapping)
            ? first.Event is FirstTransferEvent.Authorization or FirstTransferEvent.Issuance or FirstTransferEvent.CutOff && !HasHappened(record.TransferredOn)
            : outcome.IsAcquired(mapping) && HasHappened(record.TransferredOn);
    }

    // The holder reports a cancellation; one that is the first transfer is reported as that by the host.
    private bool IsCancelledAfter(RecordOutcome outcome)
    {
        if (outcome.Record.CancelledOn is not { } on || on < outcome.First!.On) return false;
        return outcome.IsHosted(mapping)
            ? outcome.Record.TransferredOn is null && outcome.First.Event is not (FirstTransferEvent.UseOrCancellation or FirstTransferEvent.OverallMitigation)
            : outcome.IsAcquired(mapping);
    }

    private AefActionRow FirstTransfer(BlockRecord record, FirstTransferDated first)
    {
        var isCancelled = first.Event is FirstTransferEvent.UseOrCancellation or FirstTransferEvent.OverallMitigation;
        return Row(record, first.On, AefActionType.FirstTransfer, Subtype(record, first)) with
        {
            AcquiringParty = first.Event == FirstTransferEvent.InternationalTransfer ? record.AcquiringParty : null,
            Purpose = isCancelled ? Purpose(record) : null,
            UsingParty = isCancelled ? mapping.ReportingParty : null,
            UsingEntity = isCancelled ? record.Entity : null,
        };
    }

    private static AefActionSubtype Subtype(BlockRecord record, FirstTransferDated first) => first.Event switch
    {
        FirstTransferEvent.InternationalTransfer => AefActionSubtype.FirstTransferToAnotherParty,
        FirstTransferEvent.Authorization => AefActionSubtype.Authorization,
        FirstTransferEvent.Issuance => AefActionSubtype.Issuance,
        FirstTransferEvent.UseOrCancellation => AefActionSubtype.UseOrCancellation,
        FirstTransferEvent.AdaptationFund => AefActionSubtype.VoluntaryAdaptationFundTransfer,
        FirstTransferEvent.OverallMitigation => AefActionSubtype.VoluntaryOmgeCancellation,
        FirstTransferEvent.CutOff => record.Definition == Domain.Authorizations.FirstTransferDefinition.Issuance ? AefActionSubtype.Issuance : AefActionSubtype.UseOrCancellation,
        _ => throw new ArgumentOutOfRangeException(nameof(first), first.Event, "Unknown event."),
    };

    private AefActionRow Cancellation(BlockRecord record)
    {
        var type = record.CancellationPurpose == CancellationPurpose.Voluntary ? AefActionType.VoluntaryCancellation : AefActionType.Cancellation;
        var subtype = record.CancellationPurpose == CancellationPurpose.OverallMitigation ? AefActionSubtype.VoluntaryOmgeCancellation : AefActionSubtype.OtherCancellations;
        return Row(record, record.CancelledOn!.Value, type, subtype) with { Purpose = Purpose(record), UsingParty = mapping.ReportingParty, UsingEntity = record.Entity };
    }

    private static string? Purpose(BlockRecord record) => record.CancellationPurpose switch
    {
        CancellationPurpose.InternationalMitigation => record.PurposeText ?? "IMP",
        CancellationPurpose.OtherPurposes => record.PurposeText ?? "OP",
        _ => null,
    };

    private AefActionRow Row(BlockRecord record, DateOnly on, AefActionType type, AefActionSubtype? subtype) =>
        new(new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), type, subtype, Units(record));
}
