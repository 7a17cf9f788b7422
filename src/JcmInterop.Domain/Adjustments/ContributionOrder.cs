namespace JcmInterop.Domain.Adjustments;

/// <summary>One order of records for everything that is listed, so that the same records give the same list.</summary>
internal sealed class ContributionOrder : IComparer<AdjustmentContribution>
{
    private ContributionOrder()
    {
    }

    public static ContributionOrder Instance { get; } = new();

    public static IReadOnlyList<AdjustmentContribution> Sorted(IEnumerable<AdjustmentContribution> contributions)
    {
        List<AdjustmentContribution> sorted = [.. contributions];
        sorted.Sort(Instance);
        return sorted;
    }

    /// <summary>Zero only for records of the same value: what the dates and serials leave equal is told apart by everything else they say.</summary>
    public int Compare(AdjustmentContribution? x, AdjustmentContribution? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        var order = x.Year.CompareTo(y.Year);
        if (order == 0) order = x.Term.CompareTo(y.Term);
        if (order == 0) order = x.EffectiveOn.CompareTo(y.EffectiveOn);
        if (order == 0) order = x.RecordedOn.CompareTo(y.RecordedOn);
        if (order == 0) order = Comparer<Units.SerialRange?>.Default.Compare(x.Origin.Serials, y.Origin.Serials);
        if (order == 0) order = x.Quantity.CompareTo(y.Quantity);
        return order == 0 ? string.CompareOrdinal($"{x}", $"{y}") : order;
    }
}
