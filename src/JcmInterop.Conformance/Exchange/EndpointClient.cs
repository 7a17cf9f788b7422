using System.Net.Http.Headers;

namespace JcmInterop.Conformance.Exchange;

/// <summary>Speaks to the endpoint over HTTP as it is: no redirects, no repetition, no trust in sizes.</summary>
internal sealed class EndpointClient : IDisposable
{
    /// <summary>Media type of signed messages and receipts.</summary>
    public const string SignedType = "application/jose+json";

    /// <summary>Largest answer read, in bytes.</summary>
    private const int AnswerBytesMax = 1024 * 1024;

    /// <summary>From this size on, the body waits for the endpoint's consent, so that a refusal is read before it is sent in vain.</summary>
    private const int ConsentBytes = 1024 * 1024;

    private const int AttemptsMax = 5;
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient http;
    private readonly TimeProvider time;

    public EndpointClient(ConformanceTarget target, TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = target.Url, Timeout = target.AnswerWithin, MaxResponseContentBufferSize = AnswerBytesMax,
        };
    }

    /// <summary>Posts a body; where the endpoint asks for patience, it is posted again.</summary>
    public async Task<EndpointAnswer> PostAsync(string registry, byte[] body, string? contentType, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await PostOnceAsync(registry, body, contentType, cancellation);
            if (answer.Status is not (TooManyRequests or Unavailable) || attempt == AttemptsMax) return answer;
            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>Posts a body once.</summary>
    public Task<EndpointAnswer> PostOnceAsync(string registry, byte[] body, string? contentType, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"partner/v1/registries/{registry}/messages") { Content = new ByteArrayContent(body) };
        if (contentType is not null) request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (body.Length >= ConsentBytes) request.Headers.ExpectContinue = true;
        return AskAsync(request, cancellation);
    }

    public Task<EndpointAnswer> TimeAsync(CancellationToken cancellation) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Get, "partner/v1/time"), cancellation);

    /// <summary>Asks for a document of the partner API.</summary>
    public Task<EndpointAnswer> GetAsync(string path, CancellationToken cancellation) => AskAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    public void Dispose() => http.Dispose();

    private async Task<EndpointAnswer> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            try
            {
                using var response = await http.SendAsync(request, cancellation);
                var body = await response.Content.ReadAsByteArrayAsync(cancellation);
                return new EndpointAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
            }
            catch (HttpRequestException error)
            {
                return new EndpointAnswer(0, null, [], $"no answer: {error.Message}");
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return new EndpointAnswer(0, null, [], $"no answer within {http.Timeout.TotalSeconds:0} s");
            }
        }
    }
}
