using System.Collections.Concurrent;
using System.Text.Json;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Reads a node's journal as it grows and tells what happened to each transfer, so that a thousand waiting clients cost the node no more than one.</summary>
internal sealed class JournalFollower : IAsyncDisposable
{
    private const int PageRows = 500;

    private readonly ConcurrentDictionary<(string Kind, string Transfer), TaskCompletionSource> happenings = new();
    private readonly HttpClient client;
    private readonly string journal;
    private readonly CancellationTokenSource ending = new();
    private readonly Task loop;

    public JournalFollower(HttpClient client, string journal, long after)
    {
        this.client = client;
        this.journal = journal;
        loop = Task.Run(() => FollowAsync(after));
    }

    /// <summary>Waits for an event of a transfer, such as <c>transfer-completed</c>.</summary>
    public async Task SeenAsync(string kind, string transfer)
    {
        await Of(kind, transfer).Task;
        happenings.TryRemove((kind, transfer), out _);
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private TaskCompletionSource Of(string kind, string transfer) =>
        happenings.GetOrAdd((kind, transfer), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task FollowAsync(long after)
    {
        while (!ending.IsCancellationRequested)
        {
            using var page = JsonDocument.Parse(await client.GetByteArrayAsync($"{journal}?after={after}&limit={PageRows}&wait=5", ending.Token));
            foreach (var row in page.RootElement.GetProperty("items").EnumerateArray())
            {
                after = row.GetProperty("position").GetInt64();
                var kind = row.GetProperty("kind").GetString()!;
                if (!kind.StartsWith("transfer-", StringComparison.Ordinal)) continue;
                var payload = row.GetProperty("payload");
                var transfer = (payload.TryGetProperty("id", out var id) ? id : payload.GetProperty("offer").GetProperty("id")).GetString()!;
                Of(kind, transfer).TrySetResult();
            }
        }
    }
}
