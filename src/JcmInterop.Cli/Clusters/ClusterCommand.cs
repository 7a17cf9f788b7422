using System.CommandLine;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using JcmInterop.Cli.Processes;
using JcmInterop.Cli.Serving;
using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;

namespace JcmInterop.Cli.Clusters;

/// <summary><c>jcm cluster</c>: several silos of one node on this machine behind one address, each a process that is started again when it dies.</summary>
internal sealed class ClusterCommand : Command
{
    private const int SilosMax = 9;
    private const int SilosByDefault = 3;

    // After its stop was announced, a silo ends what is under way.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(20);

    private readonly Option<FileInfo> configuration = new("--config") { Description = "The configuration of the node; its store must be PostgreSQL.", Required = true };
    private readonly Option<int> silos = new("--silos") { Description = $"Number of silos, 1 to {SilosMax}.", DefaultValueFactory = _ => SilosByDefault };
    private readonly Option<bool> untilInputEnds = new("--until-input-ends") { Description = "Also stop when the standard input ends." };

    public ClusterCommand(Shell shell)
        : base("cluster", "Run one node as several silos on this machine. Prints one line when it takes requests; stops gracefully on SIGTERM or Ctrl-C.")
    {
        Add(configuration);
        Add(silos);
        Add(untilInputEnds);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var options = NodeConfigurationFile.Read(asked.GetRequiredValue(configuration).FullName);
        var url = Check(options, asked.GetValue(silos));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (asked.GetValue(untilInputEnds)) _ = InputEnd.StopAsync(stopping);

        var places = SiloPlace.Prepare(options, asked.GetValue(silos), talk.Shell.Numbers());
        await using var front = new ClusterFront(url, places.Select(p => p.Url), talk.Shell.Time);
        Listen(front, url);
        var nodes = new List<NodeProcess>();
        var file = Path.Combine(options.DataDirectory, "silos", "silos.json");
        foreach (var place in places) nodes.Add(Silo(place));
        try
        {
            await Task.WhenAll(nodes.Select(node => node.StartAsync(stopping.Token)));
            TellReady(talk, options.Party, new Uri($"http://{front.Address}"), nodes.Count);
            await Task.Delay(Timeout.InfiniteTimeSpan, talk.Shell.Time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
        }

        talk.Say("Stopped.", "停止しました。");
        return ExitCode.Done;

        NodeProcess Silo(NodePlace place) => new(place, talk.Shell.Time, () => Tell(file, nodes), _ => Task.CompletedTask)
        {
            StartsMax = int.MaxValue, StopWithin = StopWithin + TimeSpan.FromSeconds(options.Cluster.StopAnnouncedSeconds),
        };
    }

    private static Uri Check(NodeOptions options, int count)
    {
        if (count is < 1 or > SilosMax) throw new InputFault($"--silos is 1 to {SilosMax}, not {count}.", $"--silos は 1～{SilosMax} です（{count} は指定できません）。");
        var settings = NodeSettings.Check(options);
        settings.Key.Dispose();
        if (!settings.Store.IsShared)
            throw new InputFault("A cluster needs PostgreSQL: give the configuration a 'store' with a 'postgres' connection string.", "クラスターには PostgreSQL が必要です。設定の 'store' に 'postgres' を指定してください。");
        if (settings.Urls[0].Scheme != Uri.UriSchemeHttp)
            throw new InputFault("The front of the cluster speaks http; put a TLS-terminating proxy before it.", "クラスターの入口は http です。TLS は前段のプロキシで終端してください。");
        Directory.CreateDirectory(settings.DataDirectory);
        OperatorTokens.Open(settings.DataDirectory);
        return settings.Urls[0];
    }

    private static void Listen(ClusterFront front, Uri url)
    {
        try
        {
            front.Start();
        }
        catch (SocketException error)
        {
            throw new OutsideTrouble($"The cluster cannot listen on {url.Authority}: {error.Message}", $"{url.Authority} で待ち受けできません：{error.Message}", error);
        }
    }

    private static void TellReady(Conversation talk, string party, Uri url, int count)
    {
        using var own = Process.GetCurrentProcess();
        var after = (long)(talk.Shell.Time.GetLocalNow().DateTime - own.StartTime).TotalMilliseconds;
        if (talk.IsJson) talk.Shell.Output.WriteLine(new NodeReadiness(party, url, after).ToLine());
        talk.Say($"{party} is ready at {url} with {count} silos.", $"{party} は {count} サイロで準備できました：{url}");
    }

    private static void Tell(string file, List<NodeProcess> nodes)
    {
        lock (nodes)
        {
            var shown = nodes.Select((node, i) => new { silo = i + 1, pid = node.ProcessId, url = node.Place.Url, restarts = node.Restarts });
            ReplacedFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(shown));
        }
    }
}
