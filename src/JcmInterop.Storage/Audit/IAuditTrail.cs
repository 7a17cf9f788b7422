namespace JcmInterop.Storage.Audit;

/// <summary>The trail of all acts of persons; it only grows.</summary>
public interface IAuditTrail
{
    /// <summary>Most acts in one page.</summary>
    const int PageActsMax = 500;

    /// <summary>Keeps an act that led to no commit, such as a refused command or a read report.</summary>
    Task RecordAsync(AuditEntry entry);

    /// <summary>Acts before a number, the latest first.</summary>
    /// <param name="beforeNumber">The number after the first act wanted; nothing for the latest.</param>
    /// <param name="actsMax">Most acts wanted, 1 to <see cref="PageActsMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<RecordedAct>> ReadActsAsync(long? beforeNumber, int actsMax, CancellationToken cancellation = default);
}
