using System.Collections.Concurrent;
using System.Threading.Channels;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Storage.State;

/// <summary>Reads the rows of a registry into a state on several cores, while more of them arrive from the database.</summary>
internal sealed class SharedLoading : IDisposable
{
    // More readers than this wait for the database.
    private const int ReadersMax = 4;
    private const int BatchesWaitingPerReader = 4;

    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 1, ReadersMax);

    private readonly Channel<BodyBatch> waiting = Channel.CreateBounded<BodyBatch>(Readers * BatchesWaitingPerReader);
    private readonly ConcurrentBag<BodyBatch> empty = [];
    private readonly Task<StateLoading>[] readers;
    private BodyBatch batch = new();

    public SharedLoading() => readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Run(ReadAsync))];

    /// <summary>Takes a row; the caller may use the bytes again.</summary>
    /// <returns>Whether the caller has to call <see cref="HandOverAsync"/> before the next one.</returns>
    public bool Add(ReadOnlySpan<byte> body, bool isBlock)
    {
        batch.Add(body, isBlock);
        return batch.IsFull;
    }

    /// <summary>Gives what was taken to who reads it.</summary>
    /// <exception cref="MalformedJsonException">A row before was not an item this version knows.</exception>
    public async ValueTask HandOverAsync()
    {
        // Closed early by a reader that failed; it says why.
        if (!waiting.Writer.TryWrite(batch) && !await WriteAsync()) await Task.WhenAll(readers);
        batch = empty.TryTake(out var used) ? used : new BodyBatch();
    }

    /// <summary>The state of all rows, and their number.</summary>
    /// <exception cref="MalformedJsonException">A row is not an item this version knows.</exception>
    /// <exception cref="LedgerDefectException">Two blocks share a serial.</exception>
    public async Task<(LedgerState State, long Items)> BuildAsync()
    {
        await HandOverAsync();
        waiting.Writer.TryComplete();
        var loaded = await Task.WhenAll(readers);
        foreach (var further in loaded[1..]) loaded[0].Take(further);
        return (loaded[0].Build(), loaded[0].Items);
    }

    /// <summary>Ends the readers, where the rows could not all be read.</summary>
    public void Dispose() => waiting.Writer.TryComplete();

    private async ValueTask<bool> WriteAsync()
    {
        while (await waiting.Writer.WaitToWriteAsync())
        {
            if (waiting.Writer.TryWrite(batch)) return true;
        }

        return false;
    }

    private async Task<StateLoading> ReadAsync()
    {
        var loading = new StateLoading();
        try
        {
            await foreach (var full in waiting.Reader.ReadAllAsync())
            {
                full.ReadInto(loading);
                empty.Add(full);
            }

            return loading;
        }
        finally
        {
            waiting.Writer.TryComplete();
        }
    }
}
