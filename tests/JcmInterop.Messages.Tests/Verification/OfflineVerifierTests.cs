using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Tests.Verification;

public sealed class OfflineVerifierTests
{
    private static readonly byte[] Evidence = TestEvidence.File().ToBytes();

    [Fact]
    public void Evidence_says_who_signed_what_and_when()
    {
        var report = OfflineVerifier.Verify(Evidence, TestEvidence.Keys);

        report.IsGenuine.ShouldBeTrue();
        report.Findings.Select(f => $"{f.Part} {f.SignedBy}").ShouldBe(
        [
            "/exchanges/0/message THA", "/exchanges/0/receipt JPN",
            "/exchanges/1/message JPN", "/exchanges/1/receipt THA",
            "/exchanges/2/message THA", "/exchanges/2/receipt JPN",
            "/checkpoints/0 JPN", "/checkpoints/0 THA", "/inclusions/0 JPN",
        ]);
        report.Findings[0].English.ShouldBe("transfer-proposal, message 1 from THA to JPN in JPN-THA, signed by THA at 2026-04-01T12:01:00.000Z.");
        report.Findings[1].English.ShouldBe("JPN confirms that it received message 1 of THA at 2026-04-01T12:01:01.000Z and recorded it");
        report.Findings[8].English.ShouldBe("The journal of JPN holds message 2 of THA as received and receipted at 2026-04-01T12:03:00.000Z: row 4 of 5.");
        report.Findings.ShouldAllBe(f => f.Japanese.Contains('。'));
    }

    [Fact]
    public void Evidence_with_only_its_own_keys_says_so()
    {
        var report = OfflineVerifier.Verify(Evidence, trusted: null);
        report.IsGenuine.ShouldBeTrue();
        report.Findings[0].Outcome.ShouldBe(FindingOutcome.Unchecked);
        report.Findings[0].Part.ShouldBe("/keys");
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_found_or_changes_nothing_that_is_said()
    {
        var expected = OfflineVerifier.Verify(Evidence, TestEvidence.Keys).Findings;
        for (var at = 0; at < Evidence.Length; at += 5) Flip(at, at % 8, expected);
        Gen.Select(Gen.Int[0, Evidence.Length - 1], Gen.Int[0, 7]).Sample((at, bit) => Flip(at, bit, expected), iter: 500);
    }

    private static void Flip(int at, int bit, IReadOnlyList<Finding> expected)
    {
        var altered = (byte[])Evidence.Clone();
        altered[at] ^= (byte)(1 << bit);
        var report = OfflineVerifier.Verify(altered, TestEvidence.Keys);
        var genuine = report.Findings.Where(f => f.Outcome == FindingOutcome.Genuine).ToList();
        genuine.ShouldBeSubsetOf(expected, $"byte {at}, bit {bit}");
        // What is no longer said to be genuine is named as failed or as not checked.
        if (genuine.Count < expected.Count) report.Findings.ShouldContain(f => f.Outcome != FindingOutcome.Genuine, $"byte {at}, bit {bit}");
        if (!report.IsGenuine) report.Findings.ShouldContain(f => f.Outcome == FindingOutcome.Failed, $"byte {at}, bit {bit}");
    }

    [Fact]
    public void The_failing_part_is_named()
    {
        Failed(file => file with { Exchanges = [file.Exchanges[0], file.Exchanges[1] with { Receipt = file.Exchanges[0].Receipt }, file.Exchanges[2]] })
            .ShouldBe(["/exchanges/1/receipt ReceiptMismatch"]);
        Failed(file => file with { Exchanges = [file.Exchanges[0] with { Message = file.Exchanges[0].Receipt!.Value }, file.Exchanges[1], file.Exchanges[2]] })
            .ShouldBe(["/exchanges/0/message WrongDocumentType"]);
        Failed(file => file with { Inclusions = [file.Inclusions[0] with { Index = 2 }] }).ShouldBe(["/inclusions/0 "]);
        Failed(file => file with { Inclusions = [file.Inclusions[0] with { Exchange = 0 }] }).ShouldBe(["/inclusions/0 "]);
        Failed(file => file with { Inclusions = [file.Inclusions[0] with { Exchange = 9 }] }).ShouldBe(["/inclusions/0 "]);
        Failed(file => file with { Inclusions = [file.Inclusions[0] with { Row = "row 2"u8.ToArray() }] }).ShouldBe(["/inclusions/0 "]);
        Failed(file => file with { Exchanges = [.. file.Exchanges.Take(2), file.Exchanges[2] with { Receipt = null }] }).ShouldBe(["/inclusions/0 "]);
        Failed(file => file with { Registry = BilateralRegistryId.Parse("JPN-IDN") }).ShouldContain("/exchanges/0/message WrongRegistry");
        Failed(file => file with { About = "019d4a00-0000-7000-8000-00000000ffff" }).ShouldContain("/exchanges/2/message ");
        Failed(file => file with { Exchanges = [], Inclusions = [] }).ShouldBe(["/exchanges "]);
    }

    [Fact]
    public void Two_messages_that_claim_one_place_in_the_chain_are_found()
    {
        var fork = Tests.Envelope.TestMessages.Next(default, 7, "transfer-cancellation", $$"""{"transfers":["{{TestEvidence.Transfer}}"]}""");
        Failed(file => file with { Exchanges = [.. file.Exchanges, new EvidenceExchange(fork.Bytes, null)] }).ShouldBe(["/exchanges/0/message AlteredReplay", "/exchanges/3/message AlteredReplay"]);
    }

    [Fact]
    public void A_missing_receipt_is_said_and_is_no_failure()
    {
        var file = TestEvidence.File();
        var report = OfflineVerifier.Verify(
            (file with { Exchanges = [.. file.Exchanges.Take(2), file.Exchanges[2] with { Receipt = null }], Inclusions = [] }).ToBytes(), TestEvidence.Keys);
        report.IsGenuine.ShouldBeTrue();
        report.Findings.ShouldContain(f => f.Part == "/exchanges/2/receipt" && f.Outcome == FindingOutcome.Unchecked);
    }

    [Fact]
    public void Documents_verify_alone()
    {
        OfflineVerifier.Verify(TestEvidence.Proposal.Bytes, TestEvidence.Keys).IsGenuine.ShouldBeTrue();
        OfflineVerifier.Verify(TestEvidence.Receipt(TestEvidence.Proposal, TestKeys.Japan), TestEvidence.Keys).IsGenuine.ShouldBeTrue();
        OfflineVerifier.Verify(TestEvidence.File().Checkpoints[0], TestEvidence.Keys).IsGenuine.ShouldBeTrue();
        OfflineVerifier.Verify(TestEvidence.Proposal.Bytes, trusted: null).Findings.ShouldHaveSingleItem().Fault!.Kind.ShouldBe(WireFaultKind.UnknownKey);
    }

    [Theory]
    [InlineData("""{"issuedAt":"2026-04-01T12:00:00.000Z","party":"THA","tonnes":12}""", null)]
    [InlineData("""{"issuedAt":"2026-04-01T12:00:00.000Z","party":"JPN"}""", WireFaultKind.UnknownKey)]
    [InlineData("""{"issuedAt":"2020-04-01T12:00:00.000Z","party":"THA"}""", WireFaultKind.KeyOutOfValidity)]
    [InlineData("""{"party":"THA"}""", WireFaultKind.MalformedDocument)]
    [InlineData("""[]""", WireFaultKind.MalformedDocument)]
    [InlineData("""{"party":"THA","issuedAt":"2026-04-01T12:00:00.000Z"}""", WireFaultKind.NotCanonical)]
    public void A_certificate_verifies_for_its_issuer(string payload, WireFaultKind? kind)
    {
        var report = OfflineVerifier.Verify(Jws.Sign(Encoding.UTF8.GetBytes(payload), JwsTypes.Certificate, TestKeys.ThailandKey), TestEvidence.Keys);
        report.Findings.ShouldHaveSingleItem().Fault?.Kind.ShouldBe(kind!.Value);
        report.IsGenuine.ShouldBe(kind is null);
    }

    [Fact]
    public void Another_kind_of_signed_document_is_refused() =>
        OfflineVerifier.Verify(Jws.Sign("{}"u8, "JWT", TestKeys.ThailandKey), TestEvidence.Keys).Findings[0].Fault!.Kind.ShouldBe(WireFaultKind.WrongDocumentType);

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"jcm-evidence"}""")]
    [InlineData("""{"format":"other","version":"1.0","registry":"JPN-THA","about":"","exchanges":[],"keys":[],"checkpoints":[],"inclusions":[]}""")]
    public void A_file_of_another_form_fails_with_a_sentence(string file)
    {
        var report = OfflineVerifier.Verify(Encoding.UTF8.GetBytes(file), TestEvidence.Keys);
        report.IsGenuine.ShouldBeFalse();
        report.Findings.ShouldHaveSingleItem().English.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_evidence_file_with_any_value_of_another_type_fails_but_never_crashes()
    {
        foreach (var name in JsonNode.Parse(Evidence)!.AsObject().Select(member => member.Key))
        {
            foreach (var value in (string[])["null", "1", "\"x\"", "{}", "[1]", "[{}]", "[[]]"])
            {
                var file = JsonNode.Parse(Evidence)!;
                file[name] = JsonNode.Parse(value);
                OfflineVerifier.Verify(Encoding.UTF8.GetBytes(file.ToJsonString()), TestEvidence.Keys).IsGenuine.ShouldBeFalse($"{name} = {value}");
            }
        }
    }

    [Fact]
    public void A_report_is_json_with_every_finding()
    {
        var json = JsonNode.Parse(OfflineVerifier.Verify(Evidence, TestEvidence.Keys).ToJson())!;
        json["genuine"]!.GetValue<bool>().ShouldBeTrue();
        json["findings"]!.AsArray().Count.ShouldBe(9);
        json["findings"]![0]!["keyId"]!.GetValue<string>().ShouldBe(TestKeys.ThailandKey.Public.KeyId);
    }

    [Fact]
    public void A_key_set_survives_its_file()
    {
        var keys = new KeySet(TestKeys.ThailandRing.Rotate(TestKeys.Stranger.Public, TestKeys.Noon, TimeSpan.FromDays(1)));
        var again = KeySet.Read(keys.ToJwks());
        again.Of(TestKeys.Thailand).Keys.ShouldBe(keys.Of(TestKeys.Thailand).Keys);
        again.Of(PartyCode.Japan).Keys.ShouldBeEmpty();
        CanonicalJson.Check(keys.ToJwks(), JsonBounds.Wire).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{}""", "'keys'")]
    [InlineData("""{"keys":[1]}""", "Key 0")]
    [InlineData("""{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}""", "'party'")]
    [InlineData("""{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","party":"JPN"}]}""", "'validFrom'")]
    [InlineData("""{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA","party":"JPN","validFrom":"2026-01-02T03:04:05.678Z"}]}""", "32 bytes")]
    public void A_key_set_of_another_form_is_refused(string json, string says) =>
        Should.Throw<FormatException>(() => KeySet.Read(Encoding.UTF8.GetBytes(json))).Message.ShouldContain(says);

    private static IEnumerable<string> Failed(Func<EvidenceFile, EvidenceFile> change) => OfflineVerifier.Verify(change(TestEvidence.File()).ToBytes(), TestEvidence.Keys)
        .Findings.Where(f => f.Outcome == FindingOutcome.Failed).Select(f => $"{f.Part} {f.Fault?.Kind}");
}
