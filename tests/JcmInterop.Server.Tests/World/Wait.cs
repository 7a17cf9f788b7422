namespace JcmInterop.Server.Tests.World;

/// <summary>Waits for a condition of the outside world, with a deadline that names what was waited for.</summary>
internal static class Wait
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        using var patience = new CancellationTokenSource(Deadline, TimeProvider.System);
        while (!await condition())
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"Waited {Deadline.TotalSeconds:0} s in vain for: {what}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
