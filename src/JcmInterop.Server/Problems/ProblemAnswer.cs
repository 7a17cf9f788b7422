using System.Text.Json;
using JcmInterop.Grains.Problems;
using JcmInterop.Server.Hosting;

namespace JcmInterop.Server.Problems;

/// <summary>Answers with problem details, RFC 9457, in two languages.</summary>
internal static class ProblemAnswer
{
    /// <summary>Media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonWriterOptions Form = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A problem as an answer.</summary>
    public static RawAnswer Of(int status, Problem problem) => new RawAnswer(status, MediaType, Write(status, problem));

    /// <summary>Writes a problem straight to a response that has not started.</summary>
    public static Task WriteAsync(HttpContext context, int status, Problem problem)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        return context.Response.Body.WriteAsync(Write(status, problem), context.RequestAborted).AsTask();
    }

    private static byte[] Write(int status, Problem problem)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Form))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:jcm-interop:rule:{problem.Number}");
            json.WriteString("title", $"Rule {problem.Number}");
            json.WriteNumber("status", status);
            json.WriteString("detail", problem.English);
            json.WriteNumber("rule", problem.Number);
            json.WriteString("english", problem.English);
            json.WriteString("japanese", problem.Japanese);
            json.WriteString("citation", problem.Citation);
            json.WriteString("remedyEnglish", problem.RemedyEnglish);
            json.WriteString("remedyJapanese", problem.RemedyJapanese);
            if (problem.Place.Length > 0) json.WriteString("place", problem.Place);
            if (problem.ExpectedSequence is { } expected) json.WriteNumber("expectedSequence", expected);
            json.WriteEndObject();
        }

        return output.ToArray();
    }
}
