using System.Net;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(JcmInterop.EndToEnd.Tests.AttackedNode))]

namespace JcmInterop.EndToEnd.Tests;

/// <summary>A sandbox in a process of its own, with the partner that must go on being served. It starts with the first test that attacks it, and all attacks go on at once.</summary>
public sealed class AttackedNode : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-hostile-");
    private readonly Lazy<Task> start;
    private JcmProcess sandbox = null!;

    public AttackedNode() => start = new Lazy<Task>(StartAsync);

    internal HonestPartner Partner { get; private set; } = null!;

    internal SlowAttack Slow { get; private set; } = null!;

    internal IPEndPoint Address { get; private set; } = null!;

    internal int ProcessId => sandbox.Id;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal Task UntilStartedAsync() => start.Value;

    public async ValueTask DisposeAsync()
    {
        if (start.IsValueCreated) await StopAsync();
        folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        await ((Task)Slow.Outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Partner.Dispose();
        await sandbox.DisposeAsync();
    }

    private async Task StartAsync()
    {
        sandbox = JcmProcess.Start("sandbox", "--port", "0", "--out", Path.Combine(folder.FullName, "sandbox"), "--json");
        var ready = JsonElement.Parse((await sandbox.NextLineAsync())!);
        Address = new IPEndPoint(IPAddress.Loopback, new Uri(ready.GetProperty("url").GetString()!).Port);
        Partner = new HonestPartner(ready);
        await Partner.SendAsync();
        Slow = new SlowAttack(Address, Partner);
    }
}
