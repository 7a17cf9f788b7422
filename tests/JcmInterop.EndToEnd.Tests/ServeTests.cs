using System.Net;

namespace JcmInterop.EndToEnd.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-serve-");

    [Fact]
    public async Task A_node_made_from_the_example_serves_keeps_others_out_and_stops_when_asked()
    {
        var configuration = await NewNodeAsync();
        await using var node = JcmProcess.Start("serve", "--config", configuration, "--json");
        var ready = JsonElement(await node.NextLineAsync());
        ready.GetProperty("party").GetString().ShouldBe("JPN");
        using var http = new HttpClient { BaseAddress = new Uri(ready.GetProperty("url").GetString()!) };
        (await http.GetAsync("health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var second = await JcmProcess.RunAsync("serve", "--config", configuration);
        second.Code.ShouldBe(3, second.Errors);
        second.Errors.ShouldContain("Another process is using the store");
        (await JcmProcess.RunAsync("fsck", "--data", Path.Combine(folder.FullName, "data"))).Code.ShouldBe(3);

        await node.TerminateAsync();
        (await node.EndAsync()).ShouldBe(0, node.Errors);
        (await JcmProcess.RunAsync("fsck", "--data", Path.Combine(folder.FullName, "data"))).Code.ShouldBe(0);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> NewNodeAsync()
    {
        var configuration = Path.Combine(folder.FullName, "node.json");
        await DoneAsync("config", "new", "--out", configuration);
        var text = await File.ReadAllTextAsync(configuration);
        await File.WriteAllTextAsync(configuration, text.Replace("127.0.0.1:5080", "127.0.0.1:0", StringComparison.Ordinal));
        foreach (var (key, party) in new[] { ("private-key.json", "JPN"), ("partner-key.json", "THA") })
        {
            await DoneAsync("keys", "new", Path.Combine(folder.FullName, key));
            await DoneAsync("keys", "export", Path.Combine(folder.FullName, key), "--party", party, "--out", Path.Combine(folder.FullName, $"{party}.jwks.json"));
        }

        return configuration;
    }

    private static async Task DoneAsync(params string[] arguments)
    {
        var run = await JcmProcess.RunAsync(arguments);
        run.Code.ShouldBe(0, run.Errors);
    }

    private static System.Text.Json.JsonElement JsonElement(string? line) => System.Text.Json.JsonElement.Parse(line!);
}
