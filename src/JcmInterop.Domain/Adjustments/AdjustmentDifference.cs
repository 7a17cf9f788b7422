namespace JcmInterop.Domain.Adjustments;

/// <summary>What changed between two calculations of one Party and NDC period, year by year, with the records that made the change.</summary>
/// <remarks>Two as-of days over the same records show what late events did to earlier years (2/CMA.3 annex, paragraph 23: updates to earlier years are
/// reported); records that are only supposed show what would be.</remarks>
/// <param name="Before">The first calculation.</param>
/// <param name="After">The second.</param>
/// <param name="Years">The years whose figures or records differ, in order; empty when nothing changed.</param>
public sealed record AdjustmentDifference(AdjustmentResult Before, AdjustmentResult After, IReadOnlyList<AdjustmentYearChange> Years)
{
    /// <summary>Computes both and compares them.</summary>
    /// <exception cref="ArgumentException">The two are of different periods, methods, bases or metrics: their years cannot be compared.</exception>
    public static AdjustmentDifference Between(AdjustmentInputs before, AdjustmentInputs after)
    {
        if (before.Period != after.Period || before.Method != after.Method || before.Basis != after.Basis || before.Metric != after.Metric)
            throw new ArgumentException("Two calculations are compared only when period, method, basis and metric are the same.", nameof(after));
        var (onlyAfter, onlyBefore) = (NotShared(after, before), NotShared(before, after));
        var came = Without(onlyAfter, onlyBefore, EqualityComparer<AdjustmentContribution>.Default).ToLookup(c => c.Year);
        var gone = Without(onlyBefore, onlyAfter, EqualityComparer<AdjustmentContribution>.Default).ToLookup(c => c.Year);
        var (old, renewed) = (CorrespondingAdjustments.Calculate(before), CorrespondingAdjustments.Calculate(after));
        var years = old.Years.Zip(renewed.Years)
            .Select(pair => new AdjustmentYearChange(pair.First, pair.Second, ContributionOrder.Sorted(came[pair.First.Year]), ContributionOrder.Sorted(gone[pair.First.Year])))
            .Where(change => change.Before != change.After || !change.IsCarriedOver);
        return new AdjustmentDifference(old, renewed, [.. years]);
    }

    /// <summary>What would change if some records were added; no ledger is touched.</summary>
    public static AdjustmentDifference Supposing(AdjustmentInputs inputs, IEnumerable<FirstTransferRecord> firstTransfers, IEnumerable<UseRecord> uses) =>
        Between(inputs, inputs.Supposing(firstTransfers, uses));

    // Most records are the same object in both calculations; only the others are worth comparing by value.
    private static List<AdjustmentContribution> NotShared(AdjustmentInputs of, AdjustmentInputs other) =>
    [
        .. Without<FirstTransferRecord>(RecordStandings.CountedFirstTransfers(of), RecordStandings.CountedFirstTransfers(other), ReferenceEqualityComparer.Instance).Select(AdjustmentContribution.Of),
        .. Without<UseRecord>(RecordStandings.CountedUses(of), RecordStandings.CountedUses(other), ReferenceEqualityComparer.Instance).Select(AdjustmentContribution.Of),
    ];

    // Two equal records are two amounts, so each occurrence is taken away once.
    private static List<T> Without<T>(IEnumerable<T> of, IEnumerable<T> other, IEqualityComparer<T> comparer)
        where T : class
    {
        var left = other.CountBy(item => item, comparer).ToDictionary(comparer);
        var kept = new List<T>();
        foreach (var item in of)
        {
            if (left.GetValueOrDefault(item) > 0) left[item]--;
            else kept.Add(item);
        }

        return kept;
    }
}
