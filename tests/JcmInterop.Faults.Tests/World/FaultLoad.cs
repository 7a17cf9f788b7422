using System.Collections.Concurrent;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Faults.Tests.World;

/// <summary>Clients on both sides that give units to the other side and take what they are given, one tonne at a time, whatever happens.</summary>
internal sealed class FaultLoad(FaultNode japan, FaultNode thailand) : IDisposable
{
    private const int ClientsOfEachSide = 4;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<TransferId, bool> acknowledged = new();
    private readonly Lock counting = new();
    private readonly Dictionary<FaultNode, long> exchangedAt = [];
    private readonly Dictionary<FaultNode, long> exchanged = [];
    private CancellationTokenSource resting = new();
    private Task clients = Task.CompletedTask;
    private TimeSpan longestPause;
    private long countedFrom;

    /// <summary>Transfers whose proposal was acknowledged by the one side and whose acceptance by the other.</summary>
    public IReadOnlyCollection<TransferId> Acknowledged => (IReadOnlyCollection<TransferId>)acknowledged.Keys;

    /// <summary>Transfers begun since the last call of <see cref="CountFromNow"/> and acknowledged by both sides, of the direction that has fewer.</summary>
    public long Exchanged
    {
        get
        {
            lock (counting) return exchanged.Count < 2 ? 0 : exchanged.Values.Min();
        }
    }

    /// <summary>Whether a client met what must not happen.</summary>
    public bool HasFailed => clients.IsFaulted;

    /// <summary>Longest time since the last call of <see cref="Begin"/> or <see cref="ForgetPauses"/> in which no transfer of one of the
    /// two directions was acknowledged by both sides.</summary>
    public TimeSpan LongestPause
    {
        get
        {
            lock (counting)
            {
                var now = TimeProvider.System.GetTimestamp();
                return exchangedAt.Values.Select(at => TimeProvider.System.GetElapsedTime(at, now)).Append(longestPause).Max();
            }
        }
    }

    /// <summary>Begins to give and take.</summary>
    public void Begin()
    {
        resting.Dispose();
        resting = new CancellationTokenSource();
        ForgetPauses();
        clients = Task.WhenAll(Enumerable.Range(0, ClientsOfEachSide).SelectMany(_ => new[] { ClientAsync(thailand, japan), ClientAsync(japan, thailand) }));
    }

    /// <summary>Brings what was begun to its end.</summary>
    public async Task RestAsync()
    {
        await resting.CancelAsync();
        await clients;
    }

    public void Dispose() => resting.Dispose();

    /// <summary>Waits for the clients, who have failed.</summary>
    public Task FailAsync() => clients;

    /// <summary>Begins to count anew.</summary>
    public void CountFromNow()
    {
        lock (counting)
        {
            exchanged.Clear();
            countedFrom = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>Begins a new measurement of the longest pause.</summary>
    public void ForgetPauses()
    {
        lock (counting)
        {
            longestPause = TimeSpan.Zero;
            exchangedAt[japan] = exchangedAt[thailand] = TimeProvider.System.GetTimestamp();
        }
    }

    private async Task ClientAsync(FaultNode from, FaultNode to)
    {
        // What has begun is brought to its end, so that both sides can be compared.
        var end = TestContext.Current.CancellationToken;
        while (!resting.IsCancellationRequested)
        {
            var (now, began) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
            var id = new TransferId(Guid.CreateVersion7(now));
            (await from.DoAsync(Proposal(from, to, id, now), $"propose {id}", end)).ShouldBeTrue($"{from.Party} refused to propose {id}");
            await TakeAsync(id, to);
            Count(from, began);
            await Task.Delay(Pace, TimeProvider.System, resting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes what was proposed, whoever proposed it.</summary>
    public async Task TakeAsync(TransferId id, FaultNode to)
    {
        var end = TestContext.Current.CancellationToken;
        // Refused until the proposal has arrived; a refusal is not kept under the key, so a new one is asked each time.
        for (var tries = 0; !await to.DoAsync(new AcceptTransfer(id, null, null), $"accept {id} {tries}", end); tries++)
            await Task.Delay(Tick, TimeProvider.System, end);
        acknowledged[id] = true;
    }

    private static ProposeTransfer Proposal(FaultNode from, FaultNode to, TransferId id, DateTimeOffset now) => Facts.Propose(id, 1, now) with
    {
        Units = [new UnitSelection(Facts.Account(from.Party, 101), null, new(1))],
        AcquiringAccount = Facts.Account(to.Party, 101),
        Authorization = from.Party == Facts.Tha ? Facts.ThaiAuthorization : null,
    };

    private void Count(FaultNode from, long began)
    {
        lock (counting)
        {
            var now = TimeProvider.System.GetTimestamp();
            var pause = TimeProvider.System.GetElapsedTime(exchangedAt[from], now);
            if (pause > longestPause) longestPause = pause;
            exchangedAt[from] = now;
            if (began >= countedFrom) exchanged[from] = exchanged.GetValueOrDefault(from) + 1;
        }
    }
}
