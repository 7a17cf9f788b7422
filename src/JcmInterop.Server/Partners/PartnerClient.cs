using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace JcmInterop.Server.Partners;

/// <summary>How patient one attempt to reach a partner is; long outages are the link's, whose next attempt is kept in the outbox.</summary>
internal static class PartnerClient
{
    /// <summary>Further tries within one attempt.</summary>
    private const int RetriesMax = 2;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TryWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    public static void Add(IServiceCollection services) => services
        .AddHttpClient(HttpPartnerConnection.ClientName, client =>
        {
            client.MaxResponseContentBufferSize = HttpPartnerConnection.AnswerBytesMax;
            client.Timeout = Timeout.InfiniteTimeSpan;
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.ConnectTimeout = ConnectWithin;
            handler.ActivityHeadersPropagator = null;
        })
        // The link tells what becomes of a message.
        .RemoveAllLoggers()
        .AddResilienceHandler("attempt", pipeline => pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = RetriesMax,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = RetryAfter,
                // A post is repeated with the same bytes, which the partner answers with the same receipt.
                ShouldRetryAfterHeader = false,
            })
            .AddTimeout(TryWithin));
}
