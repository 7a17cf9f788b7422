using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>Totals of one side, in whole tonnes of CO2 equivalent.</summary>
/// <param name="Notified">Quantity notified by the Joint Committee.</param>
/// <param name="Issued">Quantity issued.</param>
/// <param name="Pending">Quantity notified and not issued, late or not.</param>
public sealed record IssuanceSideTotals(UnitQuantity Notified, UnitQuantity Issued, UnitQuantity Pending);
