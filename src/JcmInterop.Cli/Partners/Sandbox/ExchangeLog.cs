using System.Text;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>Tells every request of the partner and its answer in one line, those too that were not stored.</summary>
internal sealed class ExchangeLog(Conversation talk, PartyCode partner) : IStartupFilter
{
    private const string Interface = "/partner/v1";
    private const string Messages = "/messages";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.UseWhen(context => context.Request.Path.StartsWithSegments(Interface, StringComparison.Ordinal), branch => branch.Use(LogAsync));
        next(application);
    };

    private async Task LogAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        context.Request.EnableBuffering();
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Request.Path.Value!.EndsWith(Messages, StringComparison.Ordinal)) talk.Say($"<-   {partner} {await NameAsync(context.Request)}: {Says(context.Response.StatusCode, answer.ToArray())}");
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    // The body was read by whoever answered; where it never came whole, there is no name.
    private static async Task<string> NameAsync(HttpRequest request)
    {
        if (request.Body.Position == 0) return "?";
        request.Body.Position = 0;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return Jws.TryRead(body.ToArray(), out var jws, out _) && Content(jws!.Payload) is { } content ? $"{Text(content, "sequence")} {Text(content, "type")}" : "?";
    }

    private string Says(int status, byte[] answer)
    {
        var said = Jws.TryRead(answer, out var jws, out _) ? Content(jws!.Payload) : Content(answer);
        if (said is not { } json) return $"{status}";
        var refusal = json.TryGetProperty("refusal", out var inner) ? inner : json;
        var why = refusal.ValueKind == JsonValueKind.Object ? $", {Text(refusal, "rule")} {Text(refusal, talk.Pick("english", "japanese"))}" : "";
        return $"{status} {Text(json, "outcome")}{why}";
    }

    private static JsonElement? Content(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(Encoding.UTF8.GetString(bytes.Span)) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : "";
}
