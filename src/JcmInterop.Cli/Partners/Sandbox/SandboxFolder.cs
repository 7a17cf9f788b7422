using System.Text.Json;
using JcmInterop.Cli.Keys;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>The files of a sandbox: keys of both sides, store and tokens.</summary>
internal sealed class SandboxFolder
{
    private readonly string path;
    private readonly PartyCode own;
    private readonly PartyCode partner;
    private readonly string partnerKeys;

    private SandboxFolder(string path, PartyCode own, PartyCode partner, string partnerKeys)
    {
        this.path = path;
        this.own = own;
        this.partner = partner;
        this.partnerKeys = partnerKeys;
    }

    private string PartnerPrivateKey => Of($"{partner}.private-key.json");

    private string PublicKeys => Of($"{own}.jwks.json");

    /// <summary>Takes the folder; keys that are missing are made.</summary>
    public static SandboxFolder Take(DirectoryInfo folder, PartyCode own, PartyCode partner, FileInfo? partnerKeys, Shell shell)
    {
        folder.Create();
        var taken = new SandboxFolder(folder.FullName, own, partner, partnerKeys?.FullName ?? Path.Combine(folder.FullName, $"{partner}.jwks.json"));
        MakeKey(taken.Of("private-key.json"), taken.PublicKeys, own, shell);
        if (partnerKeys is null) MakeKey(taken.PartnerPrivateKey, taken.partnerKeys, partner, shell);
        return taken;
    }

    /// <summary>The configuration of the sandbox's node.</summary>
    public NodeOptions Options(string url, string partnerUrl) => new()
    {
        Party = own.Code,
        Urls = [url],
        DataDirectory = Of("data"),
        SigningKeyFile = Of("private-key.json"),
        Registries =
        [
            new RegistryOptions
            {
                Partner = partner.Code,
                PartnerUrl = partnerUrl,
                PartnerKeyFiles = [partnerKeys],
                OwnRegistry = $"{own}01",
                PartnerRegistry = $"{partner}01",
                // The days are assumed; the invented decision of the sandbox is of before the second one.
                IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance"), new IssuePatternOptions(new DateOnly(2025, 10, 1), "partner-issues-then-transfers")],
                NdcPeriod = new NdcPeriodOptions(2021, 2030),
            },
        ],
    };

    public string AdministratorToken() => File.ReadAllText(Path.Combine(path, "data", "administrator.token")).Trim();

    /// <summary>What a person must know of the files.</summary>
    public IEnumerable<(string English, string Japanese)> Files()
    {
        yield return ($"Pin the sandbox's public key: {PublicKeys}", $"サンドボックスの公開鍵：{PublicKeys}");
        if (File.Exists(PartnerPrivateKey))
            yield return ($"Sign with the key made for you, for trying out only: {PartnerPrivateKey}", $"試験用に作成した署名鍵：{PartnerPrivateKey}");
    }

    /// <summary>The same for a program, as one line of JSON.</summary>
    public string ReadyLine(Uri url) => JsonSerializer.Serialize(new
    {
        party = own.Code,
        url = url.GetLeftPart(UriPartial.Authority),
        registry = new BilateralRegistryId(own, partner).ToString(),
        publicKeys = PublicKeys,
        partnerPrivateKey = File.Exists(PartnerPrivateKey) ? PartnerPrivateKey : null,
    });

    private static void MakeKey(string privateFile, string publicFile, PartyCode party, Shell shell)
    {
        if (!File.Exists(privateFile))
        {
            using var made = SigningKey.Generate(SignatureAlgorithm.Ed25519, shell.Random);
            SigningKeyFile.Create(privateFile, made);
        }

        if (File.Exists(publicFile)) return;
        using var key = SigningKeyArgument.Read(new FileInfo(privateFile));
        KeySetFiles.Create(publicFile, new KeySet(new PartnerKeyRing(party, new PinnedKey(key.Public, WireInstant.Truncate(shell.Time.GetUtcNow())))));
    }

    private string Of(string name) => Path.Combine(path, name);
}
