using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>One side's leg of a decision, judged as of the day of the report.</summary>
/// <param name="Side">The side.</param>
/// <param name="Notified">Quantity notified.</param>
/// <param name="Issued">Quantity issued by the day of the report.</param>
/// <param name="IssuedOn">Day of issuance, when known.</param>
/// <param name="State">Where the leg stands.</param>
/// <param name="LagDays">Days from decision to issuance, or to the day of the report while nothing is issued; absent when a day is unknown.</param>
/// <param name="LateDays">Days beyond the allowed ones, 0 unless late.</param>
public sealed record IssuanceLegLine(
    PartyCode Side, UnitQuantity Notified, UnitQuantity Issued, DateOnly? IssuedOn, IssuanceLegState State, int? LagDays, int LateDays)
{
    /// <summary>Quantity notified and not issued.</summary>
    public UnitQuantity Pending => State is IssuanceLegState.Pending or IssuanceLegState.Late ? Notified : UnitQuantity.Zero;
}
