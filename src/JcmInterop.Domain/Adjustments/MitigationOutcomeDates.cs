using JcmInterop.Domain.Authorizations;

namespace JcmInterop.Domain.Adjustments;

/// <summary>What happened to one block of mitigation outcomes, by day; what has not happened, or is not known, is absent.</summary>
/// <param name="Uses">Uses it is authorized for.</param>
/// <param name="Definition">Event the Party chose for other international mitigation purposes; absent where none is authorized, or the choice is not known.</param>
/// <param name="AuthorizedOn">Authorization by the Party where the mitigation occurred.</param>
public sealed record MitigationOutcomeDates(AuthorizedUses Uses, FirstTransferDefinition? Definition, DateOnly? AuthorizedOn)
{
    /// <summary>Issuance.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>First international transfer.</summary>
    public DateOnly? TransferredOn { get; init; }

    /// <summary>Use or cancellation for another international mitigation purpose.</summary>
    public DateOnly? UsedOrCancelledOn { get; init; }

    /// <summary>Transfer to the Adaptation Fund.</summary>
    public DateOnly? ToAdaptationFundOn { get; init; }

    /// <summary>Cancellation for overall mitigation.</summary>
    public DateOnly? OverallMitigationOn { get; init; }
}
