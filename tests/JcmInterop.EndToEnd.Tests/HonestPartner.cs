using System.Net.Http.Headers;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>A partner that sends test messages to a sandbox, one after another, over connections of its own.</summary>
internal sealed class HonestPartner : IDisposable
{
    private static readonly MessageRoute Route = new(new BilateralRegistryId(PartyCode.Japan, new PartyCode("THA")), PartyCode.Japan);
    private readonly HttpClient http;
    private readonly SigningKey key;
    private readonly SemaphoreSlim sending = new(1);
    private DirectionHead head = DirectionHead.None;

    public HonestPartner(JsonElement ready)
    {
        // Each message over a new connection: one that is open already would be served whoever else comes.
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = new Uri(ready.GetProperty("url").GetString()!), Timeout = TimeSpan.FromSeconds(10) };
        key = SigningKeyFile.Read(ready.GetProperty("partnerPrivateKey").GetString()!);
    }

    /// <summary>Sends the next message and requires its receipt.</summary>
    public async Task SendAsync()
    {
        // The chain has one message after another, whoever asks for it.
        await sending.WaitAsync();
        try
        {
            await SendNextAsync();
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task SendNextAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var message = OutgoingMessages.Compose(Route, head, Guid.CreateVersion7(now), now, new TestMessage("still here"), key);
        using var content = new ReadOnlyMemoryContent(message.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/jose+json") } };
        using var response = await http.PostAsync("partner/v1/registries/JPN-THA/messages", content);
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.StatusCode}");
        head = message.Head;
    }

    public void Dispose()
    {
        http.Dispose();
        key.Dispose();
        sending.Dispose();
    }
}
