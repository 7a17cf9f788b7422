using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;

namespace JcmInterop.Reporting.Aef.Archives;

/// <summary>Turns a kept row of table 4 back into its block.</summary>
internal static class AefUnitsReading
{
    public static AefUnits Of(AefRecord record)
    {
        var first = Identifier(record, "FirstID");
        return new AefUnits(
            record["AuthorizationID"].ToString(), new PartyRegistryId(record["PartyITMORegistryID"].ToString()), first, Identifier(record, "LastID").Serial,
            Enum.GetValues<AefMitigationType>().Single(t => t.Text() == record["MitigationType"].ToString()))
        {
            UnderlyingRegistry = record.Text("UnderlyingUnitRegistryID"),
            UnderlyingFirst = record.Text("UnderlyingUnitFirstUnitID"),
            UnderlyingLast = record.Text("UnderlyingUnitLastUnitID"),
            Metric = record["Metric"].ToString() == AefMetric.Ghg.Text() ? AefMetric.Ghg : AefMetric.NonGhg,
            GwpValues = record.Text("GWPValues"),
            NonGhgMetric = record.Text("Non-GHGMetric"),
            NonGhgQuantity = record.Text("QuantityNon-GHG"),
        };
    }

    private static ItmoId Identifier(AefRecord record, string field) =>
        ItmoId.TryParse(record[field].ToString(), out var id) ? id! : throw new InvalidOperationException($"{record.Place(field)} was kept without a full identifier.");
}
