using System.Globalization;

namespace JcmInterop.Domain.Adjustments;

/// <summary>One order of records for everything that is listed, so that the same records give the same list.</summary>
internal static class ContributionOrder
{
    public static IReadOnlyList<AdjustmentContribution> Sorted(IEnumerable<AdjustmentContribution> contributions) =>
    [
        .. contributions.OrderBy(c => c.Year).ThenBy(c => c.Term).ThenBy(c => c.EffectiveOn).ThenBy(c => c.RecordedOn)
            .ThenBy(c => c.Origin.Serials).ThenBy(c => c.Vintage).ThenBy(c => c.Purpose).ThenBy(c => c.Quantity).ThenBy(c => c.Origin.IsHypothetical)
            .ThenBy(c => string.Create(CultureInfo.InvariantCulture, $"{c.Origin}"), StringComparer.Ordinal),
    ];
}
