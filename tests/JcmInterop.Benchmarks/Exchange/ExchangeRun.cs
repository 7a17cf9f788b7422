using System.Diagnostics;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Whole exchanges, from the command that proposes to the acquirer's completion, with every acknowledgement durable on both sides.</summary>
internal static class ExchangeRun
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(5);

    /// <summary>Proposes and accepts in batches, one batch proposed while the one before is accepted.</summary>
    /// <returns>Settled transfers a second.</returns>
    public static async Task<double> BatchesAsync(BenchPair pair, int batch, int batches)
    {
        var began = Stopwatch.GetTimestamp();
        var settling = Task.CompletedTask;
        for (var i = 0; i < batches; i++)
        {
            var proposals = pair.Proposals(batch);
            await pair.Thailand.DoAllAsync(proposals);
            await settling;
            settling = SettleAsync(pair, proposals);
        }

        await settling;
        return batch * batches / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Proposes and accepts one transfer after another.</summary>
    /// <returns>Milliseconds of each.</returns>
    public static async Task<IReadOnlyList<double>> SinglesAsync(BenchPair pair, int count)
    {
        var times = new List<double>(count);
        for (var i = 0; i < count; i++) times.Add(await SingleAsync(pair));
        return times;
    }

    /// <summary>Keeps a number of single transfers in flight.</summary>
    /// <returns>Settled transfers a second.</returns>
    public static async Task<double> ConcurrentAsync(BenchPair pair, int inFlight, int count)
    {
        var left = count;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0) await SingleAsync(pair, Seldom);
        })));
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> SingleAsync(BenchPair pair, TimeSpan? every = null)
    {
        var proposal = pair.Proposals(1)[0];
        var began = Stopwatch.GetTimestamp();
        await pair.Thailand.DoAsync(proposal);
        await pair.Japan.WaitForAsync(proposal.Id.ToString(), "proposed", every ?? Often);
        await pair.Japan.DoAsync(new AcceptTransfer(proposal.Id, null, null));
        await pair.Japan.WaitForAsync(proposal.Id.ToString(), "completed", every ?? Often);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task SettleAsync(BenchPair pair, IReadOnlyList<ProposeTransfer> proposals)
    {
        var last = proposals[^1].Id.ToString();
        await pair.Japan.WaitForAsync(last, "proposed", Seldom);
        await pair.Japan.DoAllAsync(proposals.Select(p => new AcceptTransfer(p.Id, null, null)));
        await pair.Japan.WaitForAsync(last, "completed", Seldom);
    }
}
