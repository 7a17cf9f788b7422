using System.Net.Http.Headers;
using System.Security.Cryptography;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Storage.Tests.Postgres;
using Npgsql;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Where one node keeps its keys, its configuration and its data; the public keys of all nodes lie beside their folders.</summary>
internal sealed class NodeFolder
{
    private readonly string place;
    private readonly StoreOptions? store;

    private NodeFolder(string place, PartyCode party, StoreOptions? store)
    {
        this.place = place;
        this.store = store;
        Party = party;
    }

    public PartyCode Party { get; }

    /// <summary>The file of the node's configuration.</summary>
    public string Configuration => Own("node.json");

    private string Data => Own("data");

    private string Key => Own("key.json");

    /// <summary>Makes the folder of a node, with new keys.</summary>
    /// <param name="place">Folder of all nodes.</param>
    /// <param name="party">Whose node.</param>
    /// <param name="server">Where the node gets a database of its own; nothing gives it a file of SQLite.</param>
    public static NodeFolder Create(string place, PartyCode party, PostgresTestServer? server)
    {
        var folder = new NodeFolder(place, party, server is null ? null : Store(place, server));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Key)!);
        using var random = RandomNumberGenerator.Create();
        using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        SigningKeyFile.Create(folder.Key, key);
        File.WriteAllText(PublicKey(place, party), $$"""{"keys":[{{key.Public.PublicJwk}}]}""");
        return folder;
    }

    /// <summary>Writes the node's configuration; every partner's folder must have been made.</summary>
    /// <param name="url">Where the node listens.</param>
    /// <param name="partners">One registry for each.</param>
    /// <param name="limits">What it takes from outside; nothing leaves it as it is.</param>
    public void Configure(Uri url, IEnumerable<(PartyCode Party, Uri Url)> partners, LimitOptions? limits = null) => File.WriteAllText(Configuration, NodeConfigurationFile.Write(new NodeOptions
    {
        Party = Party.Code,
        Urls = [url.GetLeftPart(UriPartial.Authority)],
        DataDirectory = Data,
        SigningKeyFile = Key,
        Store = store,
        Limits = limits ?? new LimitOptions(),
        Registries = [.. partners.Select(partner => Registry(partner.Party, partner.Url))],
    }));

    /// <summary>A client with the token of the first administrator of the node, which has started.</summary>
    public async Task<HttpClient> AdministratorAsync(Uri url)
    {
        var token = await File.ReadAllTextAsync(Path.Combine(Data, OperatorTokens.FirstTokenFile(OperatorRole.Administrator)));
        return new HttpClient { BaseAddress = url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static string PublicKey(string place, PartyCode party) => Path.Combine(place, $"{party}.jwks.json");

    private static StoreOptions Store(string place, PostgresTestServer server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.NewDatabase());
        var password = Path.Combine(place, "password");
        File.WriteAllText(password, connection.Password);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        connection.Password = null;
        return new StoreOptions { Postgres = connection.ConnectionString, PasswordFile = password };
    }

    private RegistryOptions Registry(PartyCode partner, Uri url) => new()
    {
        Partner = partner.Code,
        PartnerUrl = url.GetLeftPart(UriPartial.Authority),
        PartnerKeyFiles = [PublicKey(place, partner)],
        OwnRegistry = $"{Party}01",
        PartnerRegistry = $"{partner}01",
        IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")],
        NdcPeriod = new NdcPeriodOptions(2021, 2030),
    };

    private string Own(string name) => Path.Combine(place, Party.Code, name);
}
