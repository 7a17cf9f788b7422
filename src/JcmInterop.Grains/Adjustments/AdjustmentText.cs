using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;

namespace JcmInterop.Grains.Adjustments;

/// <summary>Writes answers about corresponding adjustments, the form <c>adjustments/1</c>; figures are decimal texts, unrounded.</summary>
internal static class AdjustmentText
{
    private const string Format = "adjustments/1";
    private const string DayForm = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All years of a calculation.</summary>
    public static byte[] Calculation(PartyCode party, NdcStatement statement, AdjustmentResult result, IEnumerable<FollowedJournal> followed) => Write(party, statement, followed, json =>
    {
        WriteDates(json, "asOf", result.Inputs);
        WriteYears(json, "years", result.Years);
        WriteFigure(json, "endOfPeriodAdjustment", result.EndOfPeriodAdjustment);
        WriteFigure(json, "balanceSum", result.BalanceSum);
        WriteFigure(json, "trajectorySum", result.TrajectorySum);
        json.WriteStartObject("notCounted");
        WriteLeftOut(json, "firstTransfersOutsidePeriod", result.FirstTransfersOutsidePeriod.Count, result.FirstTransfersOutsidePeriod.Sum(t => (decimal)t.Quantity.Tonnes));
        WriteLeftOut(json, "usesOutsidePeriod", result.UsesOutsidePeriod.Count, result.UsesOutsidePeriod.Sum(u => (decimal)u.Quantity.Tonnes));
        json.WriteNumber("recordsInOtherMetrics", result.FirstTransfersInOtherMetric.Count + result.UsesInOtherMetric.Count);
        json.WriteEndObject();
    });

    /// <summary>One figure and a page of the records behind it.</summary>
    public static byte[] Opening(
        PartyCode party, NdcStatement statement, AdjustmentDates dates, AdjustmentOpening opening, OpenedPage page, IEnumerable<FollowedJournal> followed) => Write(party, statement, followed, json =>
    {
        WriteDates(json, "asOf", dates.EffectiveUntil, dates.RecordedUntil);
        json.WriteNumber("year", opening.Year);
        json.WriteString("figure", JsonNamingPolicy.CamelCase.ConvertName(opening.Figure.ToString()));
        WriteFigure(json, "value", opening.Value);
        json.WriteNumber("divisor", opening.Divisor);
        WriteFigure(json, "net", opening.Contributions.Sum(c => c.Net));
        json.WriteNumber("records", opening.Contributions.Count);
        json.WriteStartArray("items");
        foreach (var record in page.Records) ContributionText.Write(json, record, page.Messages.Of(record));
        json.WriteEndArray();
        var next = page.After + page.Records.Count;
        json.WriteString("next", next < opening.Contributions.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    });

    /// <summary>What differs between two calculations, with the first records that made it.</summary>
    public static byte[] Difference(PartyCode party, NdcStatement statement, AdjustmentDifference difference, IEnumerable<FollowedJournal> followed) => Write(party, statement, followed, json =>
    {
        WriteDates(json, "before", difference.Before.Inputs);
        WriteDates(json, "after", difference.After.Inputs);
        WriteFigure(json, "endOfPeriodAdjustmentBefore", difference.Before.EndOfPeriodAdjustment);
        WriteFigure(json, "endOfPeriodAdjustmentAfter", difference.After.EndOfPeriodAdjustment);
        json.WriteStartArray("years");
        foreach (var change in difference.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("year", change.Year);
            WriteYear(json, "before", change.Before);
            WriteYear(json, "after", change.After);
            WriteFigure(json, "adjustmentChange", change.AdjustmentChange);
            json.WriteBoolean("isCarriedOver", change.IsCarriedOver);
            WriteFirst(json, "came", change.Came);
            WriteFirst(json, "gone", change.Gone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Write(PartyCode party, NdcStatement statement, IEnumerable<FollowedJournal> followed, Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("party", party.Code);
            NdcText.WriteMembers(json, statement);
            json.WriteStartArray("followed");
            foreach (var journal in followed)
            {
                json.WriteStartObject();
                json.WriteString("registry", journal.Registry.ToString());
                json.WriteNumber("position", journal.Position);
                json.WriteString("recordedAt", journal.RecordedAt is { } at ? WireInstant.Format(at) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            members(json);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteFirst(Utf8JsonWriter json, string name, IReadOnlyList<AdjustmentContribution> records)
    {
        json.WriteNumber($"{name}Records", records.Count);
        json.WriteStartArray(name);
        foreach (var record in records.Take(FigureAsked.LimitMax)) ContributionText.Write(json, record, []);
        json.WriteEndArray();
    }

    private static void WriteYears(Utf8JsonWriter json, string name, IEnumerable<AdjustmentYear> years)
    {
        json.WriteStartArray(name);
        foreach (var year in years) WriteYear(json, null, year);
        json.WriteEndArray();
    }

    private static void WriteYear(Utf8JsonWriter json, string? name, AdjustmentYear year)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteNumber("year", year.Year);
        WriteFigure(json, "firstTransferredForNdc", year.FirstTransferredForNdc);
        WriteFigure(json, "firstTransferredForOimp", year.FirstTransferredForOimp);
        WriteFigure(json, "used", year.Used);
        WriteFigure(json, "net", year.Net);
        WriteFigure(json, "cumulativeNet", year.CumulativeNet);
        WriteFigure(json, "averageNet", year.AverageNet);
        WriteFigure(json, "correspondingAdjustment", year.CorrespondingAdjustment);
        WriteFigure(json, "trajectory", year.Trajectory);
        WriteFigure(json, "emissions", year.Emissions);
        WriteFigure(json, "emissionsBalance", year.EmissionsBalance);
        WriteFigure(json, "indicator", year.Indicator);
        WriteFigure(json, "adjustedIndicator", year.AdjustedIndicator);
        json.WriteEndObject();
    }

    private static void WriteLeftOut(Utf8JsonWriter json, string name, int records, decimal quantity)
    {
        json.WriteStartObject(name);
        json.WriteNumber("records", records);
        WriteFigure(json, "quantity", quantity);
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, string name, AdjustmentInputs inputs) => WriteDates(json, name, inputs.EffectiveUntil, inputs.RecordedUntil);

    private static void WriteDates(Utf8JsonWriter json, string name, DateOnly? effectiveUntil, DateOnly? recordedUntil)
    {
        json.WriteStartObject(name);
        json.WriteString("effectiveUntil", effectiveUntil?.ToString(DayForm, CultureInfo.InvariantCulture));
        json.WriteString("recordedUntil", recordedUntil?.ToString(DayForm, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, decimal? value) => json.WriteString(name, value?.ToString(CultureInfo.InvariantCulture));
}
