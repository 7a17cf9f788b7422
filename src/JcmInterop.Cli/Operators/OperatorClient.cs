using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;

namespace JcmInterop.Cli.Operators;

/// <summary>Speaks to the operator API of one node in the name of one person.</summary>
internal sealed class OperatorClient : IDisposable
{
    private const string JsonType = "application/json";

    // A command waits for its commit, never for the partner; longer than this means that the node is in trouble.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;

    /// <summary>Creates a client.</summary>
    /// <param name="node">Base address of the node.</param>
    /// <param name="token">Bearer token of the person.</param>
    public OperatorClient(Uri node, string token)
    {
        http = new HttpClient { BaseAddress = node, Timeout = AnswerWithin };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>An idempotency key that follows from the command: asking the same again is never done twice.</summary>
    public static string KeyOf(string purpose, LedgerCommand command) =>
        $"{purpose}-{Convert.ToHexStringLower(SHA256.HashData(WireJson.Write(command)))[..32]}";

    /// <summary>Asks for a command.</summary>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="command">The command.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="isDryRun">Whether only to ask what the answer would be.</param>
    /// <param name="cancellation">Stops waiting; the command may have been carried out.</param>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble; the same request may be sent again.</exception>
    public async Task<OperatorAnswer> ExecuteAsync(BilateralRegistryId registry, LedgerCommand command, string key, bool isDryRun, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"operator/v1/registries/{registry}/commands{(isDryRun ? "?dryRun=true" : "")}");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new ByteArrayContent(WireJson.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue(JsonType) } };
        using var response = await http.SendAsync(request, cancellation);
        var body = await BodyAsync(response, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new CommandAccepted(body),
            HttpStatusCode.UnprocessableEntity => new CommandRefused(body),
            _ => throw Unexpected(response.StatusCode, body),
        };
    }

    /// <summary>Lets the node make a new key and introduce it to the partner.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task<OperatorAnswer> RotateKeyAsync(BilateralRegistryId registry, CancellationToken cancellation)
    {
        using var response = await http.PostAsync($"operator/v1/registries/{registry}/keys", content: null, cancellation);
        var body = await BodyAsync(response, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new CommandAccepted(body),
            HttpStatusCode.UnprocessableEntity => new CommandRefused(body),
            _ => throw Unexpected(response.StatusCode, body),
        };
    }

    /// <summary>The messages the partner lost, as a file for its administrator.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task<byte[]> ExportRecoveryAsync(BilateralRegistryId registry, CancellationToken cancellation)
    {
        using var response = await http.PostAsync($"operator/v1/registries/{registry}/recovery", content: null, cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync(cancellation)
            : throw Unexpected(response.StatusCode, await BodyAsync(response, cancellation));
    }

    /// <summary>Reads one document, or nothing where there is none.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        var body = await BodyAsync(response, cancellation);
        return response.StatusCode == HttpStatusCode.OK ? body : throw Unexpected(response.StatusCode, body);
    }

    /// <summary>Asks a question whose particulars are a JSON text; nothing is recorded by it.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task<JsonElement> AskAsync(string path, byte[] json, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue(JsonType) } };
        using var response = await http.PostAsync(path, content, cancellation);
        var body = await BodyAsync(response, cancellation);
        return response.StatusCode == HttpStatusCode.OK ? body : throw Unexpected(response.StatusCode, body);
    }

    /// <summary>Downloads one file, byte for byte, or nothing where there is none.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task<byte[]?> DownloadAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync(cancellation)
            : throw Unexpected(response.StatusCode, await BodyAsync(response, cancellation));
    }

    /// <summary>Asks the node to deliver waiting messages to the partner now.</summary>
    /// <exception cref="HttpRequestException">The node cannot be reached, or is in trouble.</exception>
    public async Task RetryDeliveryAsync(BilateralRegistryId registry, CancellationToken cancellation)
    {
        using var response = await http.PostAsync($"operator/v1/registries/{registry}/link/retry", content: null, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return bytes.Length == 0 ? default : JsonElement.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new HttpRequestException($"The node answered {(int)response.StatusCode} with something that is not JSON.", e, response.StatusCode);
        }
    }

    private static Exception Unexpected(HttpStatusCode status, JsonElement body)
    {
        var reason = Member(body, "detail") ?? status.ToString();
        var sentence = $"The node answered {(int)status}: {reason}";
        return status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? new InputFault(Told(sentence, Member(body, "place"), Member(body, "remedyEnglish")), Told($"ノードの応答は {(int)status} です：{Member(body, "japanese") ?? reason}", Member(body, "place"), Member(body, "remedyJapanese")))
            : new HttpRequestException(sentence, inner: null, status);
    }

    private static string Told(string sentence, string? place, string? remedy) => $"{sentence}{(place is null ? "" : $" ({place})")}{(remedy is null ? "" : $" {remedy}")}";

    private static string? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
