using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using JcmInterop.Conformance.Clauses;
using JcmInterop.Conformance.Tests.World;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Conformance.Tests.Vectors;

public sealed class VectorTests
{
    private static readonly string Folder = Repository.Path("contracts", "vectors");

    [Fact]
    public void The_committed_vectors_are_those_that_are_made()
    {
        var made = VectorFiles.All();
        if (Environment.GetEnvironmentVariable("UPDATE_VECTORS") == "1") Write(made);
        Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).ShouldBe(made.Keys, ignoreOrder: true);
        foreach (var (name, text) in made)
            string.Equals(File.ReadAllText(Path.Combine(Folder, name)), text, StringComparison.Ordinal).ShouldBeTrue($"{name} is out of date; run these tests once with UPDATE_VECTORS=1.");
    }

    [Fact]
    public void Every_case_has_an_id_of_its_own_and_a_clause_of_the_protocol()
    {
        foreach (var name in new[] { "keys.json", "canonical.json", "messages.json", "receipts.json", "checkpoints.json", "rows.json" })
        {
            var cases = Cases(name);
            cases.Select(c => Text(c, "id")).ShouldBeUnique(name);
            cases.Select(c => Text(c, "clause")).Distinct().ShouldBeSubsetOf(ProtocolClauses.Numbers, name);
        }
    }

    [Fact]
    public void The_examples_of_the_protocol_are_those_of_the_vectors()
    {
        var protocol = File.ReadAllText(Repository.Path("contracts", "protocol.md"));
        var file = Read("receipts.json");
        var (message, receipt) = (Text(file, "message")!, Text(file.GetProperty("cases")[0], "document")!);
        foreach (var text in new[] { Payload(message), message, Payload(receipt), receipt })
            protocol.ShouldContain($"```json\n{text}\n```", Case.Sensitive, "the example in section 6 is out of date; copy the text from contracts/vectors/receipts.json");
    }

    [Fact]
    public void Messages_are_answered_as_expected()
    {
        var file = Read("messages.json");
        WireInstant.TryParse(Text(file, "now"), out var now).ShouldBeTrue();
        foreach (var one in file.GetProperty("cases").EnumerateArray())
        {
            var expected = one.GetProperty("expected");
            var (status, outcome, repetition) = Answer(file, Bytes(one, "document"), now);
            (status, outcome, repetition).ShouldBe(
                (expected.GetProperty("status").GetInt32(), expected.GetProperty("outcome").GetString(), expected.GetProperty("repetition").GetBoolean()), Text(one, "id"));
        }
    }

    [Fact]
    public void Receipts_are_taken_as_expected()
    {
        var file = Read("receipts.json");
        WireInstant.TryParse(Text(file, "now"), out var now).ShouldBeTrue();
        var message = Verified(Bytes(file, "message"), now);
        foreach (var one in file.GetProperty("cases").EnumerateArray())
        {
            var isTaken = ReceiptExchange.TryVerify(Bytes(one, "document"), message, Ring("THA"), now, out _, out var fault);
            isTaken.ShouldBe(Text(one, "expected") == "accepted", $"{Text(one, "id")}: {fault}");
        }
    }

    [Fact]
    public void Canonical_forms_are_as_expected()
    {
        foreach (var one in Cases("canonical.json"))
        {
            var isWritten = CanonicalJson.TryWrite(Bytes(one, "input"), JsonBounds.Wire, out var canonical, out _);
            isWritten.ShouldBe(Text(one, "expected") == "accepted", Text(one, "id"));
            if (!isWritten) continue;
            Encoding.UTF8.GetString(canonical).ShouldBe(Text(one, "canonical"));
            Digest.Of(canonical).ToBase64Url().ShouldBe(Text(one, "hash"));
        }
    }

    [Fact]
    public void Keys_are_read_or_refused_as_expected()
    {
        foreach (var key in Read("keys.json").GetProperty("keys").EnumerateArray())
            VerificationKey.FromJwk(Encoding.UTF8.GetBytes(key.GetProperty("public").GetRawText())).KeyId.ShouldBe(Text(key, "kid"));
        foreach (var one in Cases("keys.json"))
            Should.Throw<FormatException>(() => VerificationKey.FromJwk(Encoding.UTF8.GetBytes(one.GetProperty("key").GetRawText())), Text(one, "id"));
    }

    [Fact]
    public void Proofs_hold_as_expected()
    {
        var file = Read("proofs.json");
        foreach (var one in file.GetProperty("inclusion").EnumerateArray())
        {
            MerkleProofs.IsIncluded(Number(one, "index"), Number(one, "treeSize"), Hash(one, "leafHash"), PathOf(one), Hash(one, "root"))
                .ShouldBe(Text(one, "expected") == "accepted", Text(one, "id"));
        }

        foreach (var one in file.GetProperty("consistency").EnumerateArray())
        {
            MerkleProofs.IsConsistent(Number(one, "earlierSize"), Number(one, "treeSize"), Hash(one, "earlierRoot"), Hash(one, "root"), PathOf(one))
                .ShouldBe(Text(one, "expected") == "accepted", Text(one, "id"));
        }
    }

    [Fact]
    public void Checkpoints_are_cosigned_refused_or_alarmed_as_expected()
    {
        var file = Read("checkpoints.json");
        var seen = new CheckpointRecord(
            VectorWorld.Route.From, CheckpointStage.Witnessed, Number(file.GetProperty("seen"), "treeSize"), Text(file.GetProperty("seen"), "root")!, VectorWorld.Now, new SignedText("", []));
        foreach (var one in file.GetProperty("cases").EnumerateArray())
        {
            MessageBodies.TryRead(new PartnerEnvelope(
                Guid.Empty, VectorWorld.Route.From, VectorWorld.Route.To, VectorWorld.Route.Registry, 1, default, VectorWorld.Now, "checkpoint", Encoding.UTF8.GetBytes(one.GetProperty("body").GetRawText())), out var body, out _).ShouldBeTrue();
            var notice = (CheckpointNotice)body!;
            var cosigned = CheckpointWitness.Cosign(notice, VectorWorld.Route.Registry, seen, Ring("JPN"), VectorWorld.ThailandKey, VectorWorld.Now, out var fault);
            (cosigned is null).ShouldBe(Text(one, "expected") != "recorded", $"{Text(one, "id")}: {fault}");
            if (Text(one, "expected") == "alarm") fault!.IsAlarm.ShouldBeTrue(Text(one, "id"));
        }
    }

    [Fact]
    public void Cosignatures_are_taken_as_expected()
    {
        var file = Read("checkpoints.json");
        var stated = new CheckpointRecord(VectorWorld.Thailand, CheckpointStage.Stated, 7, "", VectorWorld.Now, SignedText(file.GetProperty("stated")));
        foreach (var one in file.GetProperty("cosignatures").EnumerateArray())
        {
            var taken = CheckpointWitness.Cosigned(
                new CheckpointCosignature(SignedText(one.GetProperty("checkpoint"))), VectorWorld.Route.Registry, Ring("THA"), stated, null, Ring("JPN"), VectorWorld.Now, out var fault);
            (taken is null ? "refused" : "recorded").ShouldBe(Text(one, "expected"), $"{Text(one, "id")}: {fault}");
        }
    }

    [Fact]
    public void Rows_prove_what_they_say_as_expected()
    {
        var file = Read("rows.json");
        var keys = new KeySet(Ring("JPN"), Ring("THA"));
        foreach (var one in file.GetProperty("cases").EnumerateArray())
        {
            var evidence = new EvidenceFile(
                VectorWorld.Route.Registry, "proven", [new EvidenceExchange(Bytes(file, "message"), Bytes(file, "receipt"))], keys, [Encoding.UTF8.GetBytes(one.GetProperty("checkpoint").GetRawText())],
                [new EvidenceInclusion(0, 0, Number(one, "index"), Base64Url.DecodeFromChars(Text(one, "row")), PathOf(one))]);
            var report = OfflineVerifier.Verify(evidence.ToBytes(), keys);
            report.IsGenuine.ShouldBe(Text(one, "expected") == "accepted", $"{Text(one, "id")}: {string.Join(' ', report.Findings.Select(f => f.English))}");
        }
    }

    private static SignedText SignedText(JsonElement json) =>
        new(Text(json, "payload")!, [.. json.GetProperty("signatures").EnumerateArray().Select(s => new SignatureText(Text(s, "protected")!, Text(s, "signature")!))]);

    private static string Payload(string document)
    {
        Jws.TryRead(Encoding.ASCII.GetBytes(document), out var jws, out _).ShouldBeTrue();
        return Encoding.UTF8.GetString(jws!.Payload.Span);
    }

    private static (int Status, string? Outcome, bool IsRepetition) Answer(JsonElement file, byte[] document, DateTimeOffset now)
    {
        var inbox = file.GetProperty("inbox").EnumerateArray().Select(m => Verified(Bytes(m, "document"), now)).ToList();
        if (!IncomingMessages.TryVerify(document, VectorWorld.Route, Ring("JPN"), now, out var message, out var fault)) return (Status(fault!), null, false);
        var known = inbox.Find(m => m.Envelope.Id == message!.Envelope.Id) ?? inbox.Find(m => m.Envelope.Sequence == message!.Envelope.Sequence);
        var recorded = known is null ? null : new RecordedMessage(known.Envelope.Id, known.Envelope.Sequence, known.Hash);
        return IncomingMessages.Place(inbox[^1].Head, message!, recorded) switch
        {
            MessagePlacing.Refused refused => (Status(refused.Fault), null, false),
            MessagePlacing.Repeated => (200, "recorded", true),
            _ => (200, Outcome(message!.Envelope), false),
        };
    }

    private static string Outcome(PartnerEnvelope envelope) => LedgerAnswer.Refusal(envelope, VectorWorld.Now) is null ? "recorded" : "refused";

    private static SignedMessage Verified(byte[] document, DateTimeOffset now)
    {
        IncomingMessages.TryVerify(document, VectorWorld.Route, Ring("JPN"), now, out var message, out var fault).ShouldBeTrue($"{fault}");
        return message!;
    }

    private static int Status(WireFault fault) => TestEndpoint.Status(fault.Kind);

    private static PartnerKeyRing Ring(string party)
    {
        var keys = Read("keys.json").GetProperty("keys").EnumerateArray().Where(k => Text(k, "pinnedFor") == party).Select(k =>
        {
            WireInstant.TryParse(Text(k, "validFrom"), out var from).ShouldBeTrue();
            return new PinnedKey(VerificationKey.FromJwk(Encoding.UTF8.GetBytes(k.GetProperty("public").GetRawText())), from, WireInstant.TryParse(Text(k, "validTo"), out var to) ? to : null);
        });
        return new PartnerKeyRing(new Domain.Parties.PartyCode(party), keys);
    }

    private static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));

    private static List<JsonElement> Cases(string name) => [.. Read(name).GetProperty("cases").EnumerateArray()];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();

    private static byte[] Bytes(JsonElement json, string name) => Encoding.UTF8.GetBytes(Text(json, name)!);

    private static Digest Hash(JsonElement json, string name) => Digest.TryParse(Text(json, name), out var hash) ? hash : throw new FormatException(name);

    private static List<Digest> PathOf(JsonElement json) =>
        [.. json.GetProperty("path").EnumerateArray().Select(h => Digest.TryParse(h.GetString(), out var hash) ? hash : throw new FormatException("path"))];

    private static void Write(IReadOnlyDictionary<string, string> files)
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(Folder, name), text);
    }
}
