using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Grains.Adjustments;

/// <summary>Writes a record with the block, transfer and messages behind it.</summary>
internal static class ContributionText
{
    private const string DayForm = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, AdjustmentContribution record, IReadOnlyList<MessageBehind> messages)
    {
        var origin = record.Origin;
        json.WriteStartObject();
        json.WriteString("term", JsonNamingPolicy.CamelCase.ConvertName(record.Term.ToString()));
        json.WriteNumber("year", record.Year);
        json.WriteNumber("vintage", record.Vintage.Year);
        json.WriteNumber("quantity", record.Quantity.Tonnes);
        json.WriteString("purpose", record.Purpose switch { null => null, FirstTransferPurpose.Ndc => "ndc", _ => "oimp" });
        json.WriteString("effectiveOn", record.EffectiveOn.ToString(DayForm, CultureInfo.InvariantCulture));
        json.WriteString("recordedOn", record.RecordedOn.ToString(DayForm, CultureInfo.InvariantCulture));
        json.WriteBoolean("isSupposed", origin.IsHypothetical);
        json.WriteString("firstSerial", origin.Serials?.FirstText);
        json.WriteString("finalSerial", origin.Serials?.FinalText);
        json.WriteString("firstItmo", origin.Itmo?.Id(0, record.Vintage).ToString());
        json.WriteString("finalItmo", origin.Itmo?.Id(record.Quantity.Tonnes - 1, record.Vintage).ToString());
        json.WriteString("authorization", origin.Authorization?.ToString());
        json.WriteString("transferringParty", origin.TransferringParty?.Code);
        json.WriteString("usingParty", origin.UsingParty?.Code);
        json.WriteString("sector", origin.Sector);
        json.WriteString("registry", origin.Registry?.ToString());
        if (origin.JournalPosition is { } position) json.WriteNumber("journalPosition", position);
        else json.WriteNull("journalPosition");
        json.WriteString("transfer", origin.Transfer?.ToString());
        json.WriteString("note", origin.Reference);
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("direction", JsonNamingPolicy.CamelCase.ConvertName(message.Direction.ToString()));
            json.WriteNumber("sequence", message.Sequence);
            json.WriteString("id", message.Id);
            json.WriteBoolean("isReceipted", message.IsReceipted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
