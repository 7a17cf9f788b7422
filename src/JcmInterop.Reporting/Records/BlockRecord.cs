using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Records;

/// <summary>One block of units in another system's records, with the days of its life; what has not happened, or is not known, is absent.</summary>
/// <param name="File">File of the row.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Serials">Serials, both ends included.</param>
/// <param name="Party">Party where the mitigation occurred.</param>
/// <param name="Vintage">Calendar year of the mitigation.</param>
/// <param name="Quantity">Whole tonnes; where <see cref="Metric"/> is another, whole units of that.</param>
/// <param name="Status">Whether the units are authorized.</param>
public sealed record BlockRecord(string File, int Line, SerialRange Serials, PartyCode Party, Vintage Vintage, UnitQuantity Quantity, AuthorizationStatus Status)
{
    /// <summary>First serial as the other system prints it, leading zeros included.</summary>
    public string FirstPrinted { get; init; } = Serials.FirstText;

    /// <summary>Last serial as the other system prints it.</summary>
    public string LastPrinted { get; init; } = Serials.FinalText;

    /// <summary>Programme that issued the units.</summary>
    public string? Programme { get; init; }

    /// <summary>Id of the authorization.</summary>
    public AuthorizationId? Authorization { get; init; }

    /// <summary>Day of the authorization.</summary>
    public DateOnly? AuthorizedOn { get; init; }

    /// <summary>Uses authorized.</summary>
    public AuthorizedUses Uses { get; init; }

    /// <summary>Event chosen for other international mitigation purposes; absent where none is authorized or the choice is not known.</summary>
    public FirstTransferDefinition? Definition { get; init; }

    /// <summary>Day of issuance.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Day of the first international transfer.</summary>
    public DateOnly? TransferredOn { get; init; }

    /// <summary>Party the units were transferred to.</summary>
    public PartyCode? AcquiringParty { get; init; }

    /// <summary>Day of the cancellation.</summary>
    public DateOnly? CancelledOn { get; init; }

    /// <summary>Purpose of the cancellation.</summary>
    public CancellationPurpose? CancellationPurpose { get; init; }

    /// <summary>The purpose in words.</summary>
    public string? PurposeText { get; init; }

    /// <summary>Using or cancelling entity.</summary>
    public string? Entity { get; init; }

    /// <summary>Day of the use towards an NDC.</summary>
    public DateOnly? UsedOn { get; init; }

    /// <summary>Calendar year for which the units are used.</summary>
    public int? UsedForYear { get; init; }

    /// <summary>Party that used the units.</summary>
    public PartyCode? UsingParty { get; init; }

    /// <summary>Day of a transfer to the Adaptation Fund.</summary>
    public DateOnly? ToAdaptationFundOn { get; init; }

    /// <summary>Cooperative approach.</summary>
    public CooperativeApproachId? CooperativeApproach { get; init; }

    /// <summary>Sectors.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Activity types.</summary>
    public IReadOnlyList<string> ActivityTypes { get; init; } = [];

    /// <summary>First ITMO identifier.</summary>
    public ItmoId? FirstItmo { get; init; }

    /// <summary>Day the other system learned of the last event.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>What the quantity is measured in.</summary>
    public AdjustmentMetric Metric { get; init; } = AdjustmentMetric.TonnesCo2Equivalent;

    /// <summary>What finds the row in its own system.</summary>
    public string? Reference { get; init; }

    /// <summary>File and line.</summary>
    public string Place => $"{File}:{Line}";

    /// <summary>The days the first transfer is decided from.</summary>
    public MitigationOutcomeDates Dates => new(Uses, Definition, Status == AuthorizationStatus.Authorized ? AuthorizedOn : null)
    {
        IssuedOn = IssuedOn,
        TransferredOn = TransferredOn,
        UsedOrCancelledOn = CancellationPurpose is Domain.Units.CancellationPurpose.InternationalMitigation or Domain.Units.CancellationPurpose.OtherPurposes ? CancelledOn : null,
        ToAdaptationFundOn = ToAdaptationFundOn,
        OverallMitigationOn = CancellationPurpose == Domain.Units.CancellationPurpose.OverallMitigation ? CancelledOn : null,
    };

    /// <summary>Every day of the row that is an event.</summary>
    public IEnumerable<DateOnly> Days => new[] { AuthorizedOn, IssuedOn, TransferredOn, CancelledOn, UsedOn, ToAdaptationFundOn }.OfType<DateOnly>();
}
