using System.Security.Cryptography;
using System.Text.Json;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.ScriptedPartner;

namespace JcmInterop.EndToEnd.Tests;

public sealed class SandboxTests : IDisposable
{
    private static readonly MessageRoute Route = new(new BilateralRegistryId(PartyCode.Japan, new PartyCode("THA")), PartyCode.Japan);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-sandbox-");

    [Fact]
    public async Task The_sandbox_conforms_with_the_key_it_made_and_the_report_verifies()
    {
        await using var sandbox = JcmProcess.Start("sandbox", "--port", "0", "--out", Of("sandbox"), "--json");
        var ready = JsonElement.Parse((await sandbox.NextLineAsync())!);

        var run = await JcmProcess.RunAsync(
            "conformance", ready.GetProperty("url").GetString()!, "--registry", "JPN-THA", "--party", "JPN",
            "--key", ready.GetProperty("partnerPrivateKey").GetString()!, "--keys", ready.GetProperty("publicKeys").GetString()!, "--out", Of("report"));
        run.Code.ShouldBe(0, run.Output + run.Errors);
        (await JcmProcess.RunAsync("verify", Path.Combine(Of("report"), "report.signed.json"), "--keys", Path.Combine(Of("sandbox"), "JPN.jwks.json"))).Code.ShouldBe(0);

        await sandbox.TerminateAsync();
        (await sandbox.EndAsync()).ShouldBe(0, sandbox.Errors);
    }

    [Fact]
    public async Task A_partner_asks_the_sandbox_for_an_offer_accepts_it_and_gets_the_units()
    {
        using var random = RandomNumberGenerator.Create();
        using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        await File.WriteAllBytesAsync(Of("JPN.jwks.json"), new KeySet(new PartnerKeyRing(PartyCode.Japan, new PinnedKey(key.Public, DateTimeOffset.UnixEpoch))).ToJwks());
        using var own = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        Directory.CreateDirectory(Of("sandbox"));
        SigningKeyFile.Create(Path.Combine(Of("sandbox"), "private-key.json"), own);
        await using var partner = await Partner.StartAsync(Route, key, new PartnerKeyRing(Route.To, new PinnedKey(own.Public, DateTimeOffset.UnixEpoch)), TimeProvider.System);
        await using var sandbox = JcmProcess.Start(
            "sandbox", "--port", "0", "--out", Of("sandbox"), "--partner-keys", Of("JPN.jwks.json"), "--partner-url", partner.Url.GetLeftPart(UriPartial.Authority), "--json");
        partner.AnsweredAside.UnionWith(["authorization-notice", "decision-notice", "leg-notice"]);
        var url = new Uri(JsonElement.Parse((await sandbox.NextLineAsync())!).GetProperty("url").GetString()!);

        await partner.PlayAsync(
            url,
            PartnerStep.Sends(() => new TestMessage("offer 25")),
            PartnerStep.Expects("transfer-proposal", PartnerReply.Receipt),
            PartnerStep.Sends(() => new TransferAcceptance([new AcceptedTransfer(Offered(partner), new AccountNumber(PartyCode.Japan, 1), null)])),
            PartnerStep.Expects("transfer-completion", PartnerReply.Receipt));

        partner.Last.GetProperty("transfers")[0].GetProperty("id").GetString().ShouldBe($"{Offered(partner)}");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static TransferId Offered(Partner partner) => new(partner.Last.GetProperty("transfers")[0].GetProperty("id").GetGuid());

    private string Of(string name) => Path.Combine(folder.FullName, name);
}
