using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>A part of the amounts of a Party and NDC period: one cooperative approach, sector, pair of Parties and vintage.</summary>
/// <param name="Key">What the records have in common.</param>
/// <param name="Quantity">Their sum, in whole units of the metric.</param>
/// <param name="Records">How many records make it.</param>
public sealed record AdjustmentShare(AdjustmentShareKey Key, UnitQuantity Quantity, int Records)
{
    /// <summary>The amounts that count in a result, broken down as paragraph 23(j) asks; together they are exactly the result's first transfers and uses.</summary>
    public static IReadOnlyList<AdjustmentShare> Of(AdjustmentResult result) =>
    [
        .. RecordStandings.Counted(result.Inputs).GroupBy(KeyOf)
            .Select(g => new AdjustmentShare(g.Key, new UnitQuantity(g.Sum(c => c.Quantity.Tonnes)), g.Count()))
            .OrderBy(s => s.Key.Year).ThenBy(s => s.Key.Term).ThenBy(s => s.Key.Purpose)
            .ThenBy(s => s.Key.CooperativeApproach?.ToString(), StringComparer.Ordinal).ThenBy(s => s.Key.Sector, StringComparer.Ordinal)
            .ThenBy(s => s.Key.TransferringParty).ThenBy(s => s.Key.UsingParty).ThenBy(s => s.Key.Vintage),
    ];

    private static AdjustmentShareKey KeyOf(AdjustmentContribution c) =>
        new(c.Year, c.Term, c.Purpose, c.Origin.CooperativeApproach, c.Origin.Sector, c.Origin.TransferringParty, c.Origin.UsingParty, c.Vintage);
}
