using JcmInterop.Messages.Canonical;
using JcmInterop.Server.Problems;

namespace JcmInterop.Server.Hosting;

/// <summary>Reads the body of a request as bytes, within its limit.</summary>
internal static class RequestBody
{
    /// <summary>Largest body of any request: one signed message.</summary>
    public const int BytesMax = JsonBounds.WireBytesMax;

    /// <summary>The body, or why it is not taken.</summary>
    public static async Task<(byte[] Body, IResult? Problem)> ReadAsync(HttpRequest request, string mediaType)
    {
        if (request.ContentType?.Split(';')[0].Trim() is var actual && !string.Equals(actual, mediaType, StringComparison.OrdinalIgnoreCase))
            return ([], ProblemAnswer.Of(StatusCodes.Status415UnsupportedMediaType, HttpProblems.WrongMediaType(actual, mediaType)));
        if (request.ContentLength > BytesMax) return TooLarge();
        try
        {
            using var body = new MemoryStream((int)(request.ContentLength ?? 0));
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            return body.Length > BytesMax ? TooLarge() : (body.ToArray(), null);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (BadHttpRequestException error)
        {
            return ([], ProblemAnswer.Of(error.StatusCode, HttpProblems.BodyTooSlow));
        }
    }

    private static (byte[] Body, IResult? Problem) TooLarge() =>
        ([], ProblemAnswer.Of(StatusCodes.Status413PayloadTooLarge, HttpProblems.TooLarge(BytesMax)));
}
