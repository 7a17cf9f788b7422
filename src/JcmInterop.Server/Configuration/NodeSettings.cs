using System.Net;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Configuration;

/// <summary>The configuration of a node, checked and turned into the types of the field.</summary>
/// <param name="Registries">The bilateral registries.</param>
/// <param name="Key">The key this node signs with.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="DataDirectory">Directory of the store and the token files, as a full path.</param>
/// <param name="Limits">Limits of what is taken from outside.</param>
/// <param name="Cluster">Address and ports of the silo.</param>
/// <param name="Store">Where the record is kept.</param>
public sealed record NodeSettings(
    NodeRegistries Registries, SigningKey Key, IReadOnlyList<Uri> Urls, string DataDirectory, LimitOptions Limits, ClusterOptions Cluster, StoreSettings Store)
{
    /// <summary>Name of the store's file in the data directory.</summary>
    public const string StoreFile = "registry.db";

    private const string KeyFolderName = "keys";
    private const int StopAnnouncedSecondsMax = 60;

    /// <summary>What this side has stated of its NDCs.</summary>
    public required NdcStatements Ndcs { get; init; }

    /// <summary>The Party this node belongs to.</summary>
    public PartyCode Party => Registries.Party;

    /// <summary>The file of the embedded store.</summary>
    public string StorePath => Store.SqliteFile;

    /// <summary>Checks a configuration.</summary>
    /// <exception cref="NodeStartException">The first property that is not usable.</exception>
    public static NodeSettings Check(NodeOptions options)
    {
        if (!PartyCode.IsValid(options.Party))
            throw NodeStartException.Configuration("party", $"'{options.Party}' is not an alpha-3 Party code", $"'{options.Party}' は締約国コードではありません");
        var party = new PartyCode(options.Party);
        var urls = options.Urls.Select((url, i) => Url(url, $"urls[{i}]")).ToList();
        if (urls.Count == 0) throw NodeStartException.Configuration("urls", "there is no address to listen on", "待ち受けアドレスがありません");
        Positive(options.Limits.PublicRequestsPerMinute, "limits.publicRequestsPerMinute");
        Positive(options.Limits.PartnerRequestsAtOnce, "limits.partnerRequestsAtOnce");
        Positive(options.Limits.OperatorRequestsAtOnce, "limits.operatorRequestsAtOnce");
        Positive(options.Limits.Connections, "limits.connections");
        Positive(options.Limits.ConnectionsOfOneAddress, "limits.connectionsOfOneAddress");
        Positive(options.Limits.BodyBytesPerSecondMin, "limits.bodyBytesPerSecondMin");
        if (options.Limits.PartnerRequestsWaiting < 0) Positive(options.Limits.PartnerRequestsWaiting, "limits.partnerRequestsWaiting");
        Port(options.Cluster.SiloPort, "cluster.siloPort");
        Port(options.Cluster.GatewayPort, "cluster.gatewayPort");
        if (!IPAddress.TryParse(options.Cluster.Address, out _))
            throw NodeStartException.Configuration("cluster.address", $"'{options.Cluster.Address}' is not an IP address", $"'{options.Cluster.Address}' は IP アドレスではありません");
        if (options.Cluster.StopAnnouncedSeconds is < 0 or > StopAnnouncedSecondsMax)
        {
            throw NodeStartException.Configuration(
                "cluster.stopAnnouncedSeconds",
                $"{options.Cluster.StopAnnouncedSeconds} is not between 0 and {StopAnnouncedSecondsMax}",
                $"{options.Cluster.StopAnnouncedSeconds} は 0～{StopAnnouncedSecondsMax} の範囲にありません");
        }

        if (options.DataDirectory.Length == 0) throw NodeStartException.Configuration("dataDirectory", "it is empty", "空です");
        var store = StoreSettings.Check(options.Store, options.DataDirectory);
        var ndcs = NdcSettings.Check(options.Ndcs, party);
        if (options.Registries.Count == 0) throw NodeStartException.Configuration("registries", "there is no partner", "相手国がありません");
        var key = KeyFiles.Own(options.SigningKeyFile, "signingKeyFile");
        var registries = options.Registries.Select((r, i) => RegistrySettings.Check(r, party, key, $"registries[{i}]")).ToList();
        if (registries.GroupBy(r => r.Registry).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw NodeStartException.Configuration("registries", $"{twice.Key} is there twice", $"{twice.Key} が重複しています");
        var further = new KeyFolder(Path.Combine(Path.GetFullPath(options.DataDirectory), KeyFolderName));
        return new NodeSettings(
            new NodeRegistries(party, [.. registries.Select(r => r with { FurtherKeys = further })]), key, urls, Path.GetFullPath(options.DataDirectory), options.Limits, options.Cluster, store)
        {
            Ndcs = ndcs,
        };
    }

    internal static Uri Url(string text, string property) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.PathAndQuery == "/"
            ? url
            : throw NodeStartException.Configuration(
                property, $"'{text}' is not an address such as http://127.0.0.1:5080", $"'{text}' はアドレス (例: http://127.0.0.1:5080) ではありません");

    private static void Positive(int value, string property)
    {
        if (value <= 0) throw NodeStartException.Configuration(property, $"{value} is not more than zero", $"{value} は正の数ではありません");
    }

    private static void Port(int value, string property)
    {
        if (value is < 0 or > IPEndPoint.MaxPort) throw NodeStartException.Configuration(property, $"{value} is not a port", $"{value} はポート番号ではありません");
    }
}
