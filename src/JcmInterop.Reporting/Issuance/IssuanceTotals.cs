using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>Totals over a project or over the whole report, in whole tonnes of CO2 equivalent.</summary>
/// <param name="Name">Project reference, or the bilateral registry for the grand total.</param>
/// <param name="Sides">Totals of each side.</param>
public sealed record IssuanceTotals(string Name, IReadOnlyDictionary<PartyCode, IssuanceSideTotals> Sides)
{
    /// <summary>Notified to all sides.</summary>
    public UnitQuantity Notified => Sides.Values.Aggregate(UnitQuantity.Zero, (sum, side) => sum + side.Notified);

    /// <summary>Issued by all sides.</summary>
    public UnitQuantity Issued => Sides.Values.Aggregate(UnitQuantity.Zero, (sum, side) => sum + side.Issued);

    /// <summary>Notified and not issued by all sides.</summary>
    public UnitQuantity Pending => Sides.Values.Aggregate(UnitQuantity.Zero, (sum, side) => sum + side.Pending);
}
