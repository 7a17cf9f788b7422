using System.Diagnostics;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>One node as a process of its own.</summary>
internal sealed class BenchNode : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;
    private readonly Task errors;

    private BenchNode(Process process, HttpClient client)
    {
        this.process = process;
        this.client = client;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Processor time the node has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory the node had resident, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a node that is configured, and waits until it is ready.</summary>
    public static async Task<BenchNode> StartAsync(NodeFolder folder, Uri url)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "jcm.dll"), "serve", "--config", folder.Configuration, "--until-input-ends", "--json"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("The node cannot be started.");
        if (await started.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException($"The node did not come up: {await started.StandardError.ReadToEndAsync()}");
        return new BenchNode(started, await folder.AdministratorAsync(url));
    }

    /// <summary>One of its registries, as its administrator.</summary>
    public RegistryClient Registry(BilateralRegistryId registry) => new(client, registry);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await errors;
        process.Dispose();
        client.Dispose();
    }
}
