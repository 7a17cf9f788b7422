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
        var came = Without(after, before);
        var gone = Without(before, after);
        var (old, renewed) = (CorrespondingAdjustments.Calculate(before), CorrespondingAdjustments.Calculate(after));
        var years = old.Years.Zip(renewed.Years)
            .Select(pair => new AdjustmentYearChange(pair.First, pair.Second, ContributionOrder.Sorted(came[pair.First.Year]), ContributionOrder.Sorted(gone[pair.First.Year])))
            .Where(change => change.Before != change.After || !change.IsCarriedOver);
        return new AdjustmentDifference(old, renewed, [.. years]);
    }

    /// <summary>What would change if some records were added; no ledger is touched.</summary>
    public static AdjustmentDifference Supposing(AdjustmentInputs inputs, IEnumerable<FirstTransferRecord> firstTransfers, IEnumerable<UseRecord> uses) =>
        Between(inputs, inputs.Supposing(firstTransfers, uses));

    // Two equal records are two amounts, so each occurrence is taken away once.
    private static ILookup<int, AdjustmentContribution> Without(AdjustmentInputs of, AdjustmentInputs other)
    {
        var left = RecordStandings.Counted(other).CountBy(c => c).ToDictionary();
        return RecordStandings.Counted(of).Where(c => !Take(left, c)).ToLookup(c => c.Year);
    }

    private static bool Take(Dictionary<AdjustmentContribution, int> left, AdjustmentContribution contribution)
    {
        if (left.GetValueOrDefault(contribution) == 0) return false;
        left[contribution]--;
        return true;
    }
}
