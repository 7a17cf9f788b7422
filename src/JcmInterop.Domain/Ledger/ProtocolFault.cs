namespace JcmInterop.Domain.Ledger;

/// <summary>Something the partner said that contradicts this side's records; nothing was changed by it, and a person must look.</summary>
/// <param name="Number">Running number of the fault in this registry.</param>
/// <param name="About">What it concerns, for example a transfer id.</param>
/// <param name="Rule">Number of the rule broken.</param>
/// <param name="English">What happened, in English.</param>
/// <param name="Japanese">What happened, in Japanese.</param>
/// <param name="At">When this side received it.</param>
public sealed record ProtocolFault(long Number, string About, int Rule, string English, string Japanese, DateTimeOffset At) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
