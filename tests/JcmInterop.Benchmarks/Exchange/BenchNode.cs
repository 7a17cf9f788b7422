using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Operators;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>One node as a process of its own, and its administrator.</summary>
internal sealed class BenchNode : IAsyncDisposable
{
    private const string Api = "operator/v1/registries/JPN-THA";

    private readonly Process process;
    private readonly HttpClient client;
    private readonly Task errors;
    private int keys;

    private BenchNode(Process process, HttpClient client)
    {
        this.process = process;
        this.client = client;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Processor time the node has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory the node had resident, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static async Task<BenchNode> StartAsync(string configuration, string data, Uri url)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jcm.dll"), "serve", "--config", configuration, "--until-input-ends", "--json"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("The node cannot be started.");
        if (await started.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException($"The node did not come up: {await started.StandardError.ReadToEndAsync()}");
        var own = new HttpClient { BaseAddress = url };
        var token = await File.ReadAllTextAsync(Path.Combine(data, OperatorTokens.FirstTokenFile(OperatorRole.Administrator)));
        own.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new BenchNode(started, own);
    }

    /// <summary>Gives a command that must be accepted.</summary>
    public Task DoAsync(LedgerCommand command) => PostAsync($"{Api}/commands", WireJson.Write(command));

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
        var answer = JsonElement.Parse(await PostAsync($"{Api}/commands/batch", body.ToArray()));
        if (answer.GetProperty("refused").GetInt32() is not 0) throw new InvalidOperationException($"A command of the batch was refused: {answer.GetRawText()[..2_000]}");
    }

    /// <summary>The state of a transfer as this side knows it; nothing while it does not know it.</summary>
    public async Task<string?> StateOfAsync(string transfer)
    {
        using var response = await client.GetAsync($"{Api}/transfers/{transfer}");
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("transfer").GetProperty("state").GetString()
            : null;
    }

    /// <summary>Follows the journal from its present end.</summary>
    public async Task<JournalFollower> FollowAsync()
    {
        var state = JsonElement.Parse(await client.GetByteArrayAsync($"{Api}/state"));
        return new JournalFollower(client, $"{Api}/journal", state.GetProperty("journalPosition").GetInt64());
    }

    /// <summary>Waits until this side knows a transfer in a state.</summary>
    public async Task WaitForAsync(string transfer, string state, TimeSpan every)
    {
        while (!string.Equals(await StateOfAsync(transfer), state, StringComparison.OrdinalIgnoreCase)) await Task.Delay(every, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await errors;
        process.Dispose();
        client.Dispose();
    }

    private async Task<byte[]> PostAsync(string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("Idempotency-Key", $"bench-{Interlocked.Increment(ref keys)}");
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"HTTP {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
    }
}
