using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>One registry of a node, as its administrator.</summary>
/// <param name="client">Carries the node's address and the administrator's token; whoever made it disposes of it.</param>
/// <param name="registry">Which registry.</param>
internal sealed class RegistryClient(HttpClient client, BilateralRegistryId registry)
{
    private readonly string api = $"operator/v1/registries/{registry}";

    /// <summary>Gives a command that must be accepted.</summary>
    public Task DoAsync(LedgerCommand command) => PostAsync($"{api}/commands", WireJson.Write(command));

    /// <summary>Gives a batch of commands that must all be accepted.</summary>
    public async Task DoAllAsync(IEnumerable<LedgerCommand> commands)
    {
        using var body = new MemoryStream();
        body.Write("{\"commands\":["u8);
        var isFirst = true;
        foreach (var command in commands)
        {
            if (!isFirst) body.Write(","u8);
            isFirst = false;
            body.Write(WireJson.Write(command));
        }

        body.Write("]}"u8);
        var answer = JsonElement.Parse(await PostAsync($"{api}/commands/batch", body.ToArray()));
        if (answer.GetProperty("refused").GetInt32() is not 0) throw new InvalidOperationException($"A command of the batch was refused: {string.Concat(answer.GetRawText().Take(2_000))}");
    }

    /// <summary>The state of a transfer as this side knows it; nothing while it does not know it.</summary>
    public async Task<string?> StateOfAsync(string transfer)
    {
        using var response = await client.GetAsync($"{api}/transfers/{transfer}");
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("transfer").GetProperty("state").GetString()
            : null;
    }

    /// <summary>Follows the journal from its present end.</summary>
    public async Task<JournalFollower> FollowAsync()
    {
        var state = JsonElement.Parse(await client.GetByteArrayAsync($"{api}/state"));
        return new JournalFollower(client, $"{api}/journal", state.GetProperty("journalPosition").GetInt64());
    }

    /// <summary>Waits until this side knows a transfer in a state.</summary>
    public async Task WaitForAsync(string transfer, string state, TimeSpan every)
    {
        while (!string.Equals(await StateOfAsync(transfer), state, StringComparison.OrdinalIgnoreCase)) await Task.Delay(every, TimeProvider.System);
    }

    private async Task<byte[]> PostAsync(string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        // The store remembers keys beyond the process that took them.
        request.Headers.Add("Idempotency-Key", $"bench-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}");
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"HTTP {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }
}
