namespace JcmInterop.Storage.Deadlines;

/// <summary>Finds the deadlines that have fallen due.</summary>
public interface IDeadlineStore
{
    /// <summary>Most deadlines in one page.</summary>
    const int PageDeadlinesMax = 1000;

    /// <summary>Deadlines at or before an instant, the earliest first.</summary>
    /// <param name="now">The instant, included.</param>
    /// <param name="deadlinesMax">Most deadlines wanted, 1 to <see cref="PageDeadlinesMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<Deadline>> DueAsync(DateTimeOffset now, int deadlinesMax, CancellationToken cancellation = default);

    /// <summary>The instant of the earliest deadline of all, or nothing when none is set.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default);
}
