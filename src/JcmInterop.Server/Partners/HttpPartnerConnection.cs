using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Json;
using Refit;

namespace JcmInterop.Server.Partners;

/// <summary>Carries messages to a partner's node over HTTP. Short failures are tried again within one attempt; long ones are left to the link.</summary>
internal sealed class HttpPartnerConnection(IHttpClientFactory clients, IPartnerAddresses addresses) : IPartnerConnection
{
    /// <summary>Name of the HTTP client, for its settings.</summary>
    public const string ClientName = "partner";

    /// <summary>Largest answer read, in bytes: a receipt with a refusal is far smaller.</summary>
    public const int AnswerBytesMax = 256 * 1024;

    public async Task<PartnerAnswer> SendAsync(RegistryConfiguration registry, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        using var content = new ReadOnlyMemoryContent(message);
        content.Headers.ContentType = new MediaTypeHeaderValue(PartnerEndpoints.SignedType);
        return await AskAsync(registry, api => api.SendAsync(registry.Registry.ToString(), content, cancellation), bytes => new PartnerAnswer.Receipt(bytes), cancellation);
    }

    public Task<PartnerAnswer> AskTimeAsync(RegistryConfiguration registry, CancellationToken cancellation) =>
        AskAsync(registry, api => api.TimeAsync(cancellation), Time, cancellation);

    public Task<PartnerAnswer> AskProofAsync(RegistryConfiguration registry, Guid messageId, Digest messageHash, CancellationToken cancellation) => AskAsync(
        registry,
        api => api.ProofAsync(registry.Registry.ToString(), messageId.ToString("D"), messageHash.ToBase64Url(), cancellation),
        bytes => new PartnerAnswer.Proof(bytes),
        cancellation);

    public Task<PartnerAnswer> AskHeadsAsync(RegistryConfiguration registry, CancellationToken cancellation) =>
        AskAsync(registry, api => api.HeadsAsync(registry.Registry.ToString(), cancellation), Heads, cancellation);

    private static PartnerAnswer Heads(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Hosting.HttpJsonContext.Default.PartnerHeads) is { Sent: { } sent, Received: { } received }
                ? new PartnerAnswer.Heads(new ReportedHeads(new ReportedHead(sent.Sequence, sent.Hash), new ReportedHead(received.Sequence, received.Hash)))
                : new PartnerAnswer.Unreachable("The partner's node tells its heads in another form than the protocol's.");
        }
        catch (JsonException error)
        {
            return new PartnerAnswer.Unreachable($"The partner's node does not tell its heads: {error.Message}");
        }
    }

    private async Task<PartnerAnswer> AskAsync(
        RegistryConfiguration registry, Func<IPartnerApi, Task<HttpResponseMessage>> ask, Func<byte[], PartnerAnswer> read, CancellationToken cancellation)
    {
        var address = addresses.Of(registry);
        try
        {
            using var client = clients.CreateClient(ClientName);
            client.BaseAddress = address;
            using var response = await ask(RestService.For<IPartnerApi>(client));
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode ? read(bytes) : Refused(response.StatusCode, bytes);
        }
        catch (ApiRequestException error)
        {
            return new PartnerAnswer.Unreachable($"{address} cannot be reached: {error.InnerException?.Message ?? error.Message}");
        }
        catch (HttpRequestException error)
        {
            return new PartnerAnswer.Unreachable($"{address} broke off its answer: {error.Message}");
        }
    }

    private static PartnerAnswer Refused(HttpStatusCode status, byte[] body)
    {
        var (words, expected) = PartnerWords.Read(body);
        var number = (int)status;
        // A partner in trouble, or one that asks for patience, is tried again; whatever else it says will not change by itself.
        return number is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
            ? new PartnerAnswer.Refusal(number, words, expected)
            : new PartnerAnswer.Unreachable($"HTTP {number}: {words}");
    }

    private static PartnerAnswer Time(byte[] body)
    {
        try
        {
            var time = JsonSerializer.Deserialize(body, Hosting.HttpJsonContext.Default.PartnerTime);
            return WireInstant.TryParse(time?.Now, out var now)
                ? new PartnerAnswer.Time(now)
                : new PartnerAnswer.Unreachable("The partner's node tells its time in another form than the protocol's.");
        }
        catch (JsonException error)
        {
            return new PartnerAnswer.Unreachable($"The partner's node does not tell its time: {error.Message}");
        }
    }
}
