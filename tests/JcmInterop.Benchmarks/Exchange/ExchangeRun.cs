using System.Collections.Concurrent;
using System.Diagnostics;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Whole exchanges, from the command that proposes to the acquirer's completion, with every acknowledgement durable on both sides.</summary>
internal static class ExchangeRun
{
    /// <summary>Batches that are proposed, answered or completed at one time.</summary>
    public const int BatchesInFlight = 3;

    private static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(20);

    /// <summary>Proposes and accepts in batches, some of them in flight at one time.</summary>
    /// <returns>Settled transfers a second.</returns>
    public static async Task<double> BatchesAsync(BothSides sides, int batch, int batches)
    {
        var began = Stopwatch.GetTimestamp();
        var settling = new Queue<Task>();
        for (var i = 0; i < batches; i++)
        {
            var proposals = sides.Proposals(batch);
            await sides.Partner.DoAllAsync(proposals);
            settling.Enqueue(SettleAsync(sides, proposals));
            if (settling.Count == BatchesInFlight) await settling.Dequeue();
        }

        await Task.WhenAll(settling);
        return batch * batches / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Proposes and accepts one transfer after another, with nothing else going on.</summary>
    /// <returns>Milliseconds of each.</returns>
    public static async Task<IReadOnlyList<double>> SinglesAsync(BothSides sides, int count)
    {
        var times = new List<double>(count);
        await using var journal = await sides.Japan.FollowAsync();
        for (var i = 0; i < count; i++) times.Add(await SingleAsync(sides, journal));
        return times;
    }

    /// <summary>Keeps a number of single transfers in flight.</summary>
    /// <returns>Settled transfers a second.</returns>
    public static async Task<double> ConcurrentAsync(BothSides sides, int inFlight, int count)
    {
        var left = count;
        await using var journal = await sides.Japan.FollowAsync();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0) await SingleAsync(sides, journal);
        })));
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Begins single transfers at a fixed rate, whatever became of the ones before.</summary>
    /// <returns>Milliseconds of each, from when it was to begin; and how many were refused or failed.</returns>
    public static async Task<(IReadOnlyCollection<double> Times, int Failed)> OpenLoopAsync(BothSides sides, double perSecond, int count)
    {
        var times = new ConcurrentBag<double>();
        await using var journal = await sides.Japan.FollowAsync();
        var began = Stopwatch.GetTimestamp();
        var arrivals = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, TimeProvider.System);
            arrivals.Add(Task.Run(async () =>
            {
                await SingleAsync(sides, journal);
                times.Add((Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
            }));
        }

        await Task.WhenAll(arrivals).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (times, arrivals.Count(a => !a.IsCompletedSuccessfully));
    }

    private static async Task<double> SingleAsync(BothSides sides, JournalFollower journal)
    {
        var proposal = sides.Proposals(1)[0];
        var id = proposal.Id.ToString();
        var began = Stopwatch.GetTimestamp();
        await sides.Partner.DoAsync(proposal);
        await journal.SeenAsync("transfer-received", id);
        await sides.Japan.DoAsync(new AcceptTransfer(proposal.Id, null, null));
        await journal.SeenAsync("transfer-completed", id);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task SettleAsync(BothSides sides, IReadOnlyList<ProposeTransfer> proposals)
    {
        var last = proposals[^1].Id.ToString();
        await sides.Japan.WaitForAsync(last, "proposed", Seldom);
        await sides.Japan.DoAllAsync(proposals.Select(p => new AcceptTransfer(p.Id, null, null)));
        await sides.Japan.WaitForAsync(last, "completed", Seldom);
    }
}
