using JcmInterop.Messages.Canonical;
using JcmInterop.Server.Problems;

namespace JcmInterop.Server.Hosting;

/// <summary>Reads the body of a request as bytes, within its limit.</summary>
internal static class RequestBody
{
    /// <summary>Largest body of any request: one signed message.</summary>
    public const int BytesMax = JsonBounds.WireBytesMax;

    /// <summary>How long a whole body may take; also the slowest acceptable sender does not hold its place longer.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    /// <summary>The body, or why it is not taken.</summary>
    public static async Task<(byte[] Body, IResult? Problem)> ReadAsync(HttpRequest request, string mediaType)
    {
        if (request.ContentType?.Split(';')[0].Trim() is var actual && !string.Equals(actual, mediaType, StringComparison.OrdinalIgnoreCase))
            return ([], ProblemAnswer.Of(StatusCodes.Status415UnsupportedMediaType, HttpProblems.WrongMediaType(actual, mediaType)));
        if (request.ContentLength > BytesMax) return TooLarge();
        var time = request.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        using var late = new CancellationTokenSource(Within, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(late.Token, request.HttpContext.RequestAborted);
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, patience.Token);
            return body.Length > BytesMax ? TooLarge() : (body.ToArray(), null);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return ([], ProblemAnswer.Of(StatusCodes.Status408RequestTimeout, HttpProblems.BodyTooSlow));
        }
        catch (BadHttpRequestException error)
        {
            return ([], ProblemAnswer.Of(error.StatusCode, HttpProblems.BodyTooSlow));
        }
    }

    private static (byte[] Body, IResult? Problem) TooLarge() =>
        ([], ProblemAnswer.Of(StatusCodes.Status413PayloadTooLarge, HttpProblems.TooLarge(BytesMax)));
}
