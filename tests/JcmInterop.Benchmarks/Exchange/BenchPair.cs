using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using Terms = JcmInterop.Domain.Authorizations.Authorization;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Two nodes, Japan and Thailand, as processes with stores of their own, and a Thai account full of units. All facts are invented.</summary>
internal sealed class BenchPair : IAsyncDisposable
{
    /// <summary>Tonnes of every transfer.</summary>
    private const long Tonnes = 10;

    private static readonly PartyCode Tha = new("THA");
    private static readonly ProjectReference Project = new("TH901");
    private const string LineId = "TH901";
    private static readonly DecisionId Decision = new("TH-2024-05-15");
    private static readonly AuthorizationId Authorization = new("THA-NDC-2025");
    private static readonly DateTimeOffset DecideBy = TimeProvider.System.GetUtcNow().AddDays(10);

    private readonly string folder;
    private int transfers;

    private BenchPair(string folder, BenchNode japan, BenchNode thailand)
    {
        this.folder = folder;
        Japan = japan;
        Thailand = thailand;
    }

    public BenchNode Japan { get; }

    public BenchNode Thailand { get; }

    public static async Task<BenchPair> StartAsync()
    {
        var place = Directory.CreateTempSubdirectory("jcm-bench-").FullName;
        var (japanese, thai) = (FreePort(), FreePort());
        Dictionary<PartyCode, int> ports = new() { [PartyCode.Japan] = japanese, [Tha] = thai };
        foreach (var party in ports.Keys)
        {
            Directory.CreateDirectory(Path.Combine(place, party.Code));
            using var random = RandomNumberGenerator.Create();
            using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
            SigningKeyFile.Create(Path.Combine(place, party.Code, "key.json"), key);
            await File.WriteAllTextAsync(Path.Combine(place, $"{party}.jwks.json"), $$"""{"keys":[{{key.Public.PublicJwk}}]}""");
        }

        foreach (var party in ports.Keys)
            await File.WriteAllTextAsync(Path.Combine(place, party.Code, "node.json"), NodeConfigurationFile.Write(Options(place, party, party == Tha ? PartyCode.Japan : Tha, ports)));
        return new BenchPair(place, await NodeAsync(place, PartyCode.Japan, japanese), await NodeAsync(place, Tha, thai));
    }

    /// <summary>Opens accounts and gives Thailand units enough for a number of transfers.</summary>
    public async Task PrepareAsync(long transfersMost)
    {
        foreach (var (node, party) in new[] { (Japan, PartyCode.Japan), (Thailand, Tha) })
        {
            await node.DoAsync(Open(party, 1, AccountKind.GovernmentHolding));
            await node.DoAsync(Open(party, 101, AccountKind.EntityHolding));
            await node.DoAsync(new RegisterProject(new Project(
                Project, "Sample project", null, new DateOnly(2020, 1, 1), ["TH_AM001 Ver1.0"], ["Energy generation"], ["Solar"], "invented for benchmarks")));
        }

        await Thailand.DoAsync(Authorize());
        var tonnes = checked(transfersMost * Tonnes);
        var decision = Decide(tonnes);
        await Japan.DoAsync(decision);
        await Thailand.DoAsync(decision);
        await Thailand.DoAsync(new IssueLeg(
            Decision, LineId, new DateOnly(2024, 6, 1), [new LegPosting(new AccountNumber(Tha, 101), new Vintage(2021), new UnitQuantity(tonnes), Tha)]));
    }

    /// <summary>New proposals, one transfer each.</summary>
    public IReadOnlyList<ProposeTransfer> Proposals(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Propose(new TransferId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()))))];

    /// <summary>Processor time both nodes have used.</summary>
    public TimeSpan ProcessorTime => Japan.ProcessorTime + Thailand.ProcessorTime;

    /// <summary>How many transfers were proposed.</summary>
    public int Proposed => transfers;

    public async ValueTask DisposeAsync()
    {
        await Japan.DisposeAsync();
        await Thailand.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ProposeTransfer Propose(TransferId id)
    {
        Interlocked.Increment(ref transfers);
        return new ProposeTransfer(
            id, [new UnitSelection(new AccountNumber(Tha, 101), null, new UnitQuantity(Tonnes))], new AccountNumber(PartyCode.Japan, 101), Authorization, null, DecideBy);
    }

    private static Task<BenchNode> NodeAsync(string folder, PartyCode party, int port) =>
        BenchNode.StartAsync(Path.Combine(folder, party.Code, "node.json"), Path.Combine(folder, party.Code, "data"), new Uri($"http://127.0.0.1:{port}"));

    private static NodeOptions Options(string folder, PartyCode party, PartyCode partner, Dictionary<PartyCode, int> ports) => new()
    {
        Party = party.Code,
        Urls = [$"http://127.0.0.1:{ports[party]}"],
        DataDirectory = Path.Combine(folder, party.Code, "data"),
        SigningKeyFile = Path.Combine(folder, party.Code, "key.json"),
        Registries =
        [
            new RegistryOptions
            {
                Partner = partner.Code,
                PartnerUrl = $"http://127.0.0.1:{ports[partner]}",
                PartnerKeyFiles = [Path.Combine(folder, $"{partner}.jwks.json")],
                OwnRegistry = $"{party}01",
                PartnerRegistry = $"{partner}01",
                IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")],
                NdcPeriod = new NdcPeriodOptions(2021, 2030),
            },
        ],
    };

    private static OpenAccount Open(PartyCode party, long number, AccountKind kind) =>
        new(new AccountNumber(party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1));

    private static RecordAuthorization Authorize() => new(new Terms(
        Authorization, 1, Tha, new DateOnly(2024, 1, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [PartyCode.Japan], [], null,
        new Vintage(2021), new Vintage(2030), [], null, new DateOnly(2030, 12, 31), new PartyRegistryId("THA01"),
        ["Energy generation"], ["Solar"], null, null, "invented for benchmarks"));

    private static RecordDecision Decide(long tonnes) => new(new JcDecision(
        Decision, new BilateralRegistryId(PartyCode.Japan, Tha), new DateOnly(2024, 5, 15), true,
        [new NotifiedLine(
            LineId, Project, new MonitoringPeriod(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), new UnitQuantity(checked(tonnes + 1)),
            [Side(Tha, tonnes), Side(PartyCode.Japan, 1)])],
        "invented for benchmarks"));

    private static SideNotification Side(PartyCode party, long tonnes) =>
        new(party, new UnitQuantity(tonnes), ImmutableArray.Create(new NotifiedPosting("government", new Vintage(2021), new UnitQuantity(tonnes))));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
