namespace JcmInterop.Grains.Links;

/// <summary>A wait that ends when somebody wakes it or its time has come. A wake-up before the wait is not lost.</summary>
internal sealed class WakeUp(TimeProvider time)
{
    private TaskCompletionSource signal = New();

    public void Wake() => Volatile.Read(ref signal).TrySetResult();

    /// <summary>Waits for a wake-up, for a duration at most.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var called = Volatile.Read(ref signal);
        await Task.WhenAny(called.Task, Task.Delay(atMost, time, waiting.Token));
        await waiting.CancelAsync();
        // What was called for is looked at after this; a later call counts for the next wait.
        if (called.Task.IsCompleted) Interlocked.CompareExchange(ref signal, New(), called);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
