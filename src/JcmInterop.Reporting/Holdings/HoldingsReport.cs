using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.Holdings;

/// <summary>The ITMOs a Party holds at the end of a day, as known at a moment.</summary>
/// <param name="Party">The Party.</param>
/// <param name="On">The day.</param>
/// <param name="Dates">What counts.</param>
/// <param name="Lines">Runs of units, neighbouring ones joined.</param>
public sealed record HoldingsReport(
    PartyCode Party, DateOnly On, ReportDates Dates, IReadOnlyList<(BilateralRegistryId Registry, PartyRegistryId HeldIn, UnitRun Units)> Lines)
{
    /// <summary>Sum of all lines, whole tonnes.</summary>
    public UnitQuantity Total => new(Lines.Sum(l => l.Units.Quantity.Tonnes));

    /// <summary>Makes the report.</summary>
    /// <param name="history">What the Party did.</param>
    /// <param name="on">The day, not after the effective day of the history.</param>
    public static HoldingsReport Of(PartyHistory history, DateOnly on) => new(history.Party, on, history.Dates, [.. history.HoldingsAtEndOf(on)]);

    /// <summary>One row per run of units.</summary>
    public TextTable Table() => new(
        string.Create(CultureInfo.InvariantCulture, $"ITMOs held by {Party} at the end of {On:yyyy-MM-dd}, {Dates}"),
        [
            new("Pair"), new("Held in"), new("Authorization"), new("First ID"), new("Last ID"), new("First unit ID"), new("Last unit ID"), new("Project"), new("Vintage", IsNumber: true),
            new("First transferred on"), new("Quantity (t CO2 eq)", IsNumber: true),
        ],
        [
            .. Lines.Select(l => (IReadOnlyList<string>)
            [
                l.Registry.ToString(), l.HeldIn.ToString(), l.Units.FirstTransfer!.Authorization.ToString(), First(l.Units), Last(l.Units), l.Units.Serials.FirstText, l.Units.Serials.FinalText,
                l.Units.Project.ToString(), l.Units.Vintage.ToString(), Day(l.Units.FirstTransfer.On), l.Units.Quantity.Tonnes.ToString(CultureInfo.InvariantCulture),
            ]),
        ]);

    /// <summary>Writes the JSON form (<c>holdings/1</c>); the stream stays open.</summary>
    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "holdings/1");
        json.WriteString("party", Party.Code);
        json.WriteString("atEndOf", Day(On));
        ReportJson.WriteDates(json, Dates);
        json.WriteNumber("tonnes", Total.Tonnes);
        json.WriteStartArray("holdings");
        foreach (var (registry, heldIn, units) in Lines)
        {
            json.WriteStartObject();
            json.WriteString("registry", registry.ToString());
            json.WriteString("heldIn", heldIn.ToString());
            json.WriteString("authorization", units.FirstTransfer!.Authorization.ToString());
            json.WriteString("firstId", First(units));
            json.WriteString("lastId", Last(units));
            json.WriteString("firstUnitId", units.Serials.FirstText);
            json.WriteString("lastUnitId", units.Serials.FinalText);
            json.WriteString("project", units.Project.ToString());
            json.WriteNumber("vintage", units.Vintage.Year);
            json.WriteString("firstTransferredOn", Day(units.FirstTransfer.On));
            json.WriteNumber("tonnes", units.Quantity.Tonnes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string First(UnitRun units) => units.Itmo!.Id(0, units.Vintage).ToString();

    private static string Last(UnitRun units) => units.Itmo!.Id(units.Quantity.Tonnes - 1, units.Vintage).ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
