using System.Net;
using System.Net.Sockets;

namespace JcmInterop.Cli.Clusters;

/// <summary>The one address of a cluster on this machine: passes every connection on to a silo that takes requests.</summary>
/// <remarks>On several machines a load balancer does this, asking the same <c>/health/ready</c>.</remarks>
internal sealed class ClusterFront : IAsyncDisposable
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener listener;
    private readonly IReadOnlyList<FrontSilo> silos;
    private readonly TimeProvider time;
    private readonly HttpClient http = new();
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;
    private long turn;

    /// <summary>Creates a front that does not listen yet.</summary>
    /// <param name="url">Where to listen.</param>
    /// <param name="silos">The silos' addresses.</param>
    /// <param name="time">The clock.</param>
    public ClusterFront(Uri url, IEnumerable<Uri> silos, TimeProvider time)
    {
        listener = new TcpListener(IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Loopback, url.Port);
        this.silos = [.. silos.Select(silo => new FrontSilo(silo))];
        this.time = time;
    }

    /// <summary>Where it listens, once it does.</summary>
    public IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">The address is in use.</exception>
    public void Start()
    {
        listener.Start();
        work = Task.WhenAll([AcceptAsync(), .. silos.Select(silo => silo.WatchAsync(http, time, stopping.Token))]);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var silo in silos) silo.Dispose();
        http.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _ = PassOnAsync(await listener.AcceptTcpClientAsync(stopping.Token));
            }
            catch (SocketException)
            {
                // The caller was gone again, or the system has no room for another connection just now.
                await Task.Delay(PauseAfterFailure, time, stopping.Token);
            }
        }
    }

    private async Task PassOnAsync(TcpClient client)
    {
        using var own = client;
        if (await ConnectAsync() is not var (silo, server)) return;
        using var other = server;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(silo.Silent, stopping.Token);
        var both = Task.WhenAll(PumpAsync(client, server, ending), PumpAsync(server, client, ending));
        await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Those that take requests come first; where none does, one that at least says why.
    private async Task<(FrontSilo Silo, TcpClient Server)?> ConnectAsync()
    {
        var first = Interlocked.Increment(ref turn);
        var order = silos.Select((_, i) => silos[(int)((first + i) % silos.Count)]).Where(silo => silo.Answers).OrderByDescending(silo => silo.IsReady).ToList();
        foreach (var silo in order)
        {
            var server = new TcpClient { NoDelay = true };
            using var patience = new CancellationTokenSource(ConnectWithin, time);
            try
            {
                await server.ConnectAsync(silo.Url.Host, silo.Url.Port, patience.Token);
                return (silo, server);
            }
            catch (SocketException)
            {
                server.Dispose();
            }
            catch (OperationCanceledException)
            {
                server.Dispose();
            }
        }

        return null;
    }

    // One side may have said all it has to say while the other still answers.
    private static async Task PumpAsync(TcpClient from, TcpClient to, CancellationTokenSource ending)
    {
        var copying = from.GetStream().CopyToAsync(to.GetStream(), ending.Token);
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (copying.IsCompletedSuccessfully && to.Connected) to.Client.Shutdown(SocketShutdown.Send);
        else await ending.CancelAsync();
    }
}
