using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Demonstration;

/// <summary>Asks again while a node is away or another side has not heard yet, within a generous bound.</summary>
internal sealed class Retrying(TimeProvider time)
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="what">What is waited for, for the fault.</param>
    /// <param name="ask">Gives the answer, or nothing to be asked again; a node that is away counts as nothing.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="OutsideTrouble">There was no answer within the bound.</exception>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        var started = time.GetTimestamp();
        var wait = ShortestWait;
        string? last = null;
        while (time.GetElapsedTime(started) < Bound)
        {
            try
            {
                if (await ask() is { } answer) return answer;
            }
            catch (HttpRequestException e)
            {
                last = e.Message;
            }
            catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                last = e.Message;
            }

            await Task.Delay(wait, time, cancellation);
            wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
        }

        throw new OutsideTrouble(
            $"{what}: not reached within {Bound.TotalMinutes:0} minutes.{(last is null ? "" : $" Last fault: {last}")}",
            $"{what}：{Bound.TotalMinutes:0} 分以内に完了しませんでした。{last}");
    }
}
