namespace JcmInterop.Server.Hosting;

/// <summary>An answer whose bytes are given as they are.</summary>
internal sealed class RawAnswer(int status, string mediaType, ReadOnlyMemory<byte> body) : IResult
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
