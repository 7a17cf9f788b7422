namespace JcmInterop.Domain.Ledger;

/// <summary>The next number of a series: serials of one printed prefix, ITMO serials, account numbers, faults.</summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Next">The number to be given next, from 1.</param>
public sealed record Counter(string Series, long Next) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Series;
}
