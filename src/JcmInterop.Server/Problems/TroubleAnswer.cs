using System.Globalization;
using JcmInterop.Grains.Problems;

namespace JcmInterop.Server.Problems;

/// <summary>Answers that the node is in trouble: nothing was kept, and the same request may be sent again.</summary>
internal static class TroubleAnswer
{
    /// <summary>When a client may try again.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    public static IResult Of(HttpContext context, Problem problem)
    {
        context.Response.Headers.RetryAfter = ((int)TryAgainAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ProblemAnswer.Of(StatusCodes.Status503ServiceUnavailable, problem);
    }
}
