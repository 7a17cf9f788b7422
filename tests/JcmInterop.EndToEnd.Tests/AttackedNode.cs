using System.Net;
using System.Text.Json;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>A sandbox in a process of its own, with the partner that must go on being served.</summary>
public sealed class AttackedNode : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-hostile-");
    private JcmProcess sandbox = null!;

    internal HonestPartner Partner { get; private set; } = null!;

    internal IPEndPoint Address { get; private set; } = null!;

    internal int ProcessId => sandbox.Id;

    public async ValueTask InitializeAsync()
    {
        sandbox = JcmProcess.Start("sandbox", "--port", "0", "--out", Path.Combine(folder.FullName, "sandbox"), "--json");
        var ready = JsonElement.Parse((await sandbox.NextLineAsync())!);
        Address = new IPEndPoint(IPAddress.Loopback, new Uri(ready.GetProperty("url").GetString()!).Port);
        Partner = new HonestPartner(ready);
        await Partner.SendAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Partner.Dispose();
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
