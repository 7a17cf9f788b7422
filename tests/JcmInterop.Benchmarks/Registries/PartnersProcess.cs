using System.Diagnostics;
using JcmInterop.Benchmarks.Exchange;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>The nodes of all partners, together in one process.</summary>
internal sealed class PartnersProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task errors;

    private PartnersProcess(Process process, Task errors, IReadOnlyList<Uri> urls)
    {
        this.process = process;
        this.errors = errors;
        Urls = urls;
    }

    /// <summary>Where each node listens, in the order of their folders.</summary>
    public IReadOnlyList<Uri> Urls { get; }

    /// <summary>Starts nodes that are configured, and waits until all of them are ready.</summary>
    public static async Task<PartnersProcess> StartAsync(IReadOnlyList<NodeFolder> folders)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PartnersProcess).Assembly.Location, "partners", .. folders.Select(f => f.Configuration)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("The partners' nodes cannot be started.");
        var said = started.StandardError.ReadToEndAsync();
        var addresses = new List<Uri>();
        foreach (var folder in folders)
        {
            if (await started.StandardOutput.ReadLineAsync() is not { } line) throw new InvalidOperationException($"The node of {folder.Party} did not come up: {await said}");
            addresses.Add(new Uri(line));
        }

        return new PartnersProcess(started, said, addresses);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await errors;
        process.Dispose();
    }
}
