using System.Text.Json;
using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Writes the amounts behind rows 6 to 8 by cooperative approach, sector, Parties and vintage: 2/CMA.3 annex, paragraph 23(j).</summary>
internal static class StructuredSummaryShares
{
    /// <summary>Writes <c>shares</c>; what a record does not say is null.</summary>
    public static void WriteJson(Utf8JsonWriter json, AdjustmentResult result)
    {
        json.WriteStartArray("shares");
        foreach (var share in AdjustmentShare.Of(result))
        {
            json.WriteStartObject();
            json.WriteNumber("year", share.Key.Year);
            json.WriteString("term", share.Key.Term.ToString());
            json.WriteString("purpose", share.Key.Purpose?.ToString());
            json.WriteString("cooperativeApproach", share.Key.CooperativeApproach?.ToString());
            json.WriteString("sector", share.Key.Sector);
            json.WriteString("transferringParty", share.Key.TransferringParty?.Code);
            json.WriteString("usingParty", share.Key.UsingParty?.Code);
            json.WriteNumber("vintage", share.Key.Vintage.Year);
            json.WriteNumber("quantity", share.Quantity.Tonnes);
            json.WriteNumber("records", share.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
