namespace JcmInterop.Grains.Registries;

/// <content>Who waits for the journal to grow.</content>
internal sealed partial class RegistryWriter
{
    /// <summary>Longest wait for the journal to grow; shorter than any wait for an answer between silos.</summary>
    public static readonly TimeSpan FollowingMax = TimeSpan.FromSeconds(10);

    private TaskCompletionSource? grown;

    /// <summary>Waits until the journal goes beyond a position, so that who follows it needs to ask only when there is something to read.</summary>
    /// <param name="position">The last position that is known, 0 for none.</param>
    /// <param name="atMost">How long to wait; cut at <see cref="FollowingMax"/>.</param>
    /// <returns>Whether the journal is beyond the position. False also where the writer ended.</returns>
    public async Task<bool> BeyondAsync(long position, TimeSpan atMost)
    {
        await started.Task;
        if (IsBeyond(position) || ended is not null) return IsBeyond(position);
        using var ending = new CancellationTokenSource(atMost < FollowingMax ? atMost : FollowingMax, time);
        while (!IsBeyond(position) && ended is null && !ending.IsCancellationRequested)
        {
            var next = Growth();
            // A commit between the look and the wait must not be missed.
            if (!IsBeyond(position)) await next.WaitAsync(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return IsBeyond(position);
    }

    private bool IsBeyond(long position) => heads is { } known && known.Journal.Position > position;

    private Task Growth()
    {
        if (Volatile.Read(ref grown) is { } waiting) return waiting.Task;
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref grown, first, null) ?? first).Task;
    }

    private void TellFollowers() => Interlocked.Exchange(ref grown, null)?.TrySetResult();
}
