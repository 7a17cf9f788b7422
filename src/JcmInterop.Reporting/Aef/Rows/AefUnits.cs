using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>The block of ITMOs a row of table 3 or 4 is about; both ends are included.</summary>
/// <param name="AuthorizationId">Authorization the units fall under.</param>
/// <param name="Registry">Registry in which the action was tracked, or in which the units are held; not the one inside the identifiers.</param>
/// <param name="First">First identifier.</param>
/// <param name="LastSerial">Serial number of the last identifier, included; the rest equals <paramref name="First"/>.</param>
/// <param name="MitigationType">Reductions or removals.</param>
public sealed record AefUnits(string AuthorizationId, PartyRegistryId Registry, ItmoId First, long LastSerial, AefMitigationType MitigationType)
{
    /// <summary>Last identifier.</summary>
    public ItmoId Last => First with { Serial = LastSerial };

    /// <summary>Quantity, t CO2 eq: one identifier is one tonne.</summary>
    public UnitQuantity Quantity => new(checked(LastSerial - First.Serial + 1));

    /// <summary>Registry of the underlying units, in the vocabulary; <c>JCM</c> for JCM credits.</summary>
    public string? UnderlyingRegistry { get; init; }

    /// <summary>First underlying serial, as its registry prints it.</summary>
    public string? UnderlyingFirst { get; init; }

    /// <summary>Last underlying serial, included.</summary>
    public string? UnderlyingLast { get; init; }

    /// <summary>Metric.</summary>
    public AefMetric Metric { get; init; }

    /// <summary>Global warming potential values, for non-CO2 gases.</summary>
    public string? GwpValues { get; init; }

    /// <summary>Name of a metric other than t CO2 eq.</summary>
    public string? NonGhgMetric { get; init; }

    /// <summary>Quantity in that metric.</summary>
    public string? NonGhgQuantity { get; init; }
}
