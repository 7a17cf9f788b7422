namespace JcmInterop.Domain.Adjustments;

/// <summary>Decides which records count; the one place, so that figures and what they open to cannot differ.</summary>
internal static class RecordStandings
{
    public static RecordStanding Of(AdjustmentInputs inputs, FirstTransferRecord record) =>
        Of(inputs, record.EffectiveOn, record.RecordedOn, record.Metric, inputs.Period.Contains(record.Vintage.Year));

    // Paragraphs 8(b), 9(b) and 10(b): units are used in the NDC period in which the mitigation occurred.
    public static RecordStanding Of(AdjustmentInputs inputs, UseRecord record) =>
        Of(inputs, record.EffectiveOn, record.RecordedOn, record.Metric, inputs.Period.Contains(record.UsedForYear) && inputs.Period.Contains(record.Vintage.Year));

    public static IEnumerable<AdjustmentContribution> Counted(AdjustmentInputs inputs) =>
        CountedFirstTransfers(inputs).Select(AdjustmentContribution.Of).Concat(CountedUses(inputs).Select(AdjustmentContribution.Of));

    public static IEnumerable<FirstTransferRecord> CountedFirstTransfers(AdjustmentInputs inputs) => inputs.FirstTransfers.Where(t => Of(inputs, t) == RecordStanding.Counted);

    public static IEnumerable<UseRecord> CountedUses(AdjustmentInputs inputs) => inputs.Uses.Where(u => Of(inputs, u) == RecordStanding.Counted);

    private static RecordStanding Of(AdjustmentInputs inputs, DateOnly effective, DateOnly recorded, AdjustmentMetric metric, bool isInside)
    {
        if (effective > inputs.EffectiveUntil || recorded > inputs.RecordedUntil) return RecordStanding.AfterAsOf;
        if (metric != inputs.Metric) return RecordStanding.InOtherMetric;
        return isInside ? RecordStanding.Counted : RecordStanding.OutsidePeriod;
    }
}
