using System.Collections.Concurrent;
using JcmInterop.Domain.Transfers;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Faults.Tests.World;

/// <summary>A client of one silo of Thailand, past the node's address, that proposes one transfer after another.</summary>
internal sealed class PartClient(FaultWorld world, FaultSilo silo, Func<bool> goesOn) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource resting = new();
    private readonly ConcurrentQueue<TransferId> accepted = new();
    private readonly List<TransferId> proposed = [];
    private Task work = Task.CompletedTask;

    /// <summary>What this silo accepted, in order.</summary>
    public IReadOnlyCollection<TransferId> Accepted => accepted;

    public void Begin() => work = ProposeAsync();

    /// <summary>Ends, and brings what was begun to its end.</summary>
    public async Task EndAsync()
    {
        await resting.CancelAsync();
        await work;
        foreach (var id in proposed) await world.Load.TakeAsync(id, world.Japan);
    }

    public void Dispose() => resting.Dispose();

    private async Task ProposeAsync()
    {
        var end = TestContext.Current.CancellationToken;
        while (!resting.IsCancellationRequested && goesOn())
        {
            var now = TimeProvider.System.GetUtcNow();
            var id = new TransferId(Guid.CreateVersion7(now));
            var command = Facts.Propose(id, 1, now);
            if (await world.Thailand.TryAsync(silo.Url, command, $"propose {id}", end) is { } answer)
            {
                answer.ShouldBeTrue();
                accepted.Enqueue(id);
            }
            else
            {
                // Whether it was kept is not known; asked again under the same key at the node's address, it is kept once.
                (await world.Thailand.DoAsync(command, $"propose {id}", end)).ShouldBeTrue();
            }

            proposed.Add(id);
            await Task.Delay(Pace, TimeProvider.System, resting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
