using System.Text.Json;
using JcmInterop.Cli.Keys;
using JcmInterop.Cli.Processes;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Cli.Demonstration;

/// <summary>The three nodes of the demonstration: keys, configurations and processes.</summary>
internal sealed class DemoNodes : IAsyncDisposable
{
    private static readonly PartyCode Mongolia = new("MNG");
    private static readonly PartyCode Thailand = new("THA");

    // The first day of each pattern is assumed: the real change of practice is known by its first use only.
    private static readonly IssuePatternOptions Mirror = new(new DateOnly(2013, 1, 1), "mirror-at-issuance");
    private static readonly IssuePatternOptions PartnerIssues = new(new DateOnly(2025, 10, 1), "partner-issues-then-transfers");

    private readonly DemoFolder folder;
    private readonly Shell shell;
    private readonly Lock writing = new();

    private DemoNodes(DemoFolder folder, Shell shell, IReadOnlyList<NodePlace> places)
    {
        this.folder = folder;
        this.shell = shell;
        All = Processes(places);
    }

    /// <summary>Japan, Mongolia and Thailand.</summary>
    public IReadOnlyList<NodeProcess> All { get; private set; }

    /// <summary>Told whenever a node takes requests again after it had died.</summary>
    public Func<PartyCode, Task> CameBack { get; set; } = _ => Task.CompletedTask;

    public NodeProcess this[PartyCode party] => All.Single(n => n.Place.Party == party);

    /// <summary>Makes fresh keys, exchanges their public parts, chooses ports and writes the configurations.</summary>
    public static DemoNodes Prepare(DemoFolder folder, Shell shell, Random random)
    {
        PartyCode[] parties = [PartyCode.Japan, Mongolia, Thailand];
        var ports = LoopbackPorts.Free(parties.Length, random);
        var places = parties.Zip(ports, (party, port) => new NodePlace(party, new Uri($"http://127.0.0.1:{port}"), folder.Node(party))).ToList();
        foreach (var place in places)
        {
            Directory.CreateDirectory(place.DataFolder);
            using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, shell.Random);
            SigningKeyFile.Create(place.KeyFile, key);
            KeySetFiles.Create(folder.PublicKeys(place.Party), new KeySet(new PartnerKeyRing(place.Party, new PinnedKey(key.Public, WireInstant.Truncate(shell.Time.GetUtcNow())))));
        }

        foreach (var place in places)
        {
            var partners = place.Party == PartyCode.Japan ? places.Where(p => p != place) : places.Where(p => p.Party == PartyCode.Japan);
            File.WriteAllText(place.ConfigurationFile, NodeConfigurationFile.Write(Options(folder, place, partners)));
        }

        return new DemoNodes(folder, shell, places);
    }

    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(All.Select(node => node.StartAsync(cancellation)));

    /// <summary>Starts the stopped nodes again, on the same ports and data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        var stopped = All;
        All = Processes(stopped.Select(node => node.Place));
        foreach (var node in stopped) await node.DisposeAsync();
        await StartAsync(cancellation);
    }

    public Task StopAsync() => Task.WhenAll(All.Select(node => node.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in All) await node.DisposeAsync();
    }

    private IReadOnlyList<NodeProcess> Processes(IEnumerable<NodePlace> places) => [.. places.Select(place => new NodeProcess(place, shell.Time, WriteNodesFile, party => CameBack(party)))];

    private static NodeOptions Options(DemoFolder folder, NodePlace place, IEnumerable<NodePlace> partners) => new()
    {
        Party = place.Party.Code,
        Urls = [place.Url.GetLeftPart(UriPartial.Authority)],
        DataDirectory = place.DataFolder,
        SigningKeyFile = place.KeyFile,
        Ndcs =
        [
            new NdcOptions
            {
                FirstYear = 2021, FinalYear = 2030, Method = "single-year-averaging", Basis = "covered-emissions", StatedOn = new DateOnly(2025, 1, 1),
                Source = "invented for the demonstration; a real node has what the Party's initial report states",
            },
        ],
        Registries = [.. partners.Select(partner => new RegistryOptions
        {
            Partner = partner.Party.Code,
            PartnerUrl = partner.Url.GetLeftPart(UriPartial.Authority),
            PartnerKeyFiles = [folder.PublicKeys(partner.Party)],
            OwnRegistry = $"{place.Party}01",
            PartnerRegistry = $"{partner.Party}01",
            IssuePatterns = place.Party == Thailand || partner.Party == Thailand ? [Mirror, PartnerIssues] : [Mirror],
            NdcPeriod = new NdcPeriodOptions(2021, 2030),
        })],
    };

    private void WriteNodesFile()
    {
        lock (writing)
        {
            var nodes = All.Select(n => new { name = n.Place.Party.Code, pid = n.ProcessId, url = n.Place.Url.GetLeftPart(UriPartial.Authority), token = n.Place.TokenFile });
            ReplacedFile.Write(folder.NodesFile, JsonSerializer.SerializeToUtf8Bytes(nodes));
        }
    }
}
