using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Cli.Imports;

/// <summary>A node that answers commands as its script says and remembers what it was asked.</summary>
internal sealed class ScriptedNode : IAsyncDisposable
{
    private readonly WebApplication host;

    private ScriptedNode(WebApplication host) => this.host = host;

    public ConcurrentQueue<(string Key, bool IsDryRun, string Body, string Authorization)> Asked { get; } = new();

    public string Url => host.Urls.Single();

    public static async Task<ScriptedNode> StartAsync(Func<string, (int Status, string Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var node = new ScriptedNode(app);
        app.MapPost("/operator/v1/registries/{registry}/commands", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            node.Asked.Enqueue((request.Headers["Idempotency-Key"].ToString(), request.Query.ContainsKey("dryRun"), body, request.Headers.Authorization.ToString()));
            var (status, text) = answer(body);
            return Results.Text(text, "application/json", statusCode: status);
        });
        await app.StartAsync();
        return node;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
