using System.Globalization;
using System.Threading.RateLimiting;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace JcmInterop.Server.Hosting;

/// <summary>How many requests of each interface are taken.</summary>
internal static class RateLimits
{
    /// <summary>Name of the limit on partners' requests.</summary>
    public const string Partner = "partner";

    /// <summary>Name of the limit on operators' requests.</summary>
    public const string Operator = "operator";

    /// <summary>Name of the limit on the public's requests.</summary>
    public const string Public = "public";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(RateLimiterOptions options, LimitOptions limits)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await ProblemAnswer.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, HttpProblems.Busy);
        };
        // By address, so that a stranger who holds many requests open takes no place away from a partner.
        options.AddPolicy(Partner, context => RateLimitPartition.GetConcurrencyLimiter(
            Address(context),
            _ => new ConcurrencyLimiterOptions { PermitLimit = limits.PartnerRequestsAtOnce, QueueLimit = limits.PartnerRequestsWaiting }));
        options.AddConcurrencyLimiter(Operator, limiter => limiter.PermitLimit = limits.OperatorRequestsAtOnce);
        options.AddPolicy(Public, context => RateLimitPartition.GetFixedWindowLimiter(
            Address(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.PublicRequestsPerMinute, Window = Window }));
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
