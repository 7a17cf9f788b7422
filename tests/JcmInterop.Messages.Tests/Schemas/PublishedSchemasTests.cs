using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Schemas;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Envelope;
using JcmInterop.Messages.Tests.Json;
using JcmInterop.Messages.Tests.Verification;

namespace JcmInterop.Messages.Tests.Schemas;

public sealed class PublishedSchemasTests
{
    private static readonly IReadOnlyDictionary<string, string> Schemas = PublishedSchemas.All(XmlMeanings.Of);

    // A JSON node is for one thread at a time, and the samples run on several.
    private static readonly ThreadLocal<ConcurrentDictionary<string, JsonObject>> Parsed = new(() => new ConcurrentDictionary<string, JsonObject>(StringComparer.Ordinal));

    public static TheoryData<string> BodyTypes => [.. MessageBodies.Types];

    [Fact]
    public void The_committed_schemas_are_those_of_the_records()
    {
        var folder = Path.Combine(Root(), "schemas");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1") Write(folder);
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Schemas.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, text) in Schemas)
            string.Equals(File.ReadAllText(Path.Combine(folder, file)), text, StringComparison.Ordinal).ShouldBeTrue($"{file} is out of date; run these tests once with UPDATE_SCHEMAS=1.");
    }

    [Fact]
    public void Every_member_of_every_body_says_what_it_means()
    {
        foreach (var type in MessageBodies.Types)
        {
            var schema = Schema(type);
            foreach (var of in schema["$defs"]?.AsObject().Select(d => d.Value!.AsObject()).Prepend(schema) ?? [schema])
            {
                foreach (var member in of["properties"]?.AsObject() ?? []) (of["description"] ?? member.Value!["description"]).ShouldNotBeNull($"{type} {member.Key}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(BodyTypes))]
    public void Every_body_that_is_written_fits_its_schema(string type) => Samples.Numbers.Sample(
        numbers => new SchemaCheck(Schema(type)).Accepts(JsonNode.Parse(Body(type, numbers))), iter: 50);

    [Theory]
    [MemberData(nameof(BodyTypes))]
    public void Reader_and_schema_agree_on_altered_bodies(string type) =>
        Gen.Select(Samples.Numbers, Gen.Int[0, 100_000], Mutations.Gen).Sample(
            (numbers, pick, mutation) =>
            {
                var body = JsonNode.Parse(Body(type, numbers))!;
                mutation(Mutations.Places(body).ToList() is { Count: > 0 } places ? places[pick % places.Count] : new Mutations.Place(body.AsObject(), null, -1));
                if (!CanonicalJson.TryWrite(Encoding.UTF8.GetBytes(body.ToJsonString()), JsonBounds.Wire, out var canonical, out _)) return true;
                var envelope = TestMessages.Next(DirectionHead.None).Envelope with { Type = type, Body = canonical };
                var isRead = MessageBodies.TryRead(envelope, out _, out var fault);
                var isValid = new SchemaCheck(Schema(type)).Accepts(JsonNode.Parse(canonical));
                (isRead == isValid || (isValid && ReaderOnlyChecks.OfBody(fault!.English) is not null))
                    .ShouldBeTrue($"reader: {fault?.ToString() ?? "accepts"}; schema: {isValid}; {Encoding.UTF8.GetString(canonical)}");
                return true;
            },
            iter: 100);

    [Theory]
    [InlineData("0", true)]
    [InlineData("9007199254740991", true)]
    [InlineData("1e300", true)]
    [InlineData("1.5", false)]
    [InlineData("-4.596e-72", false)]
    public void A_number_is_whole_whatever_its_size(string number, bool isInteger) =>
        new SchemaCheck(new JsonObject { ["type"] = "integer" }).Accepts(JsonNode.Parse(number)).ShouldBe(isInteger);

    [Fact]
    public void Signed_documents_fit_their_schemas()
    {
        var receipt = ReceiptExchange.Sign(Receipt.For(TestEvidence.Proposal, TestKeys.Noon), TestKeys.Japan).Bytes;
        var refused = ReceiptExchange.Sign(Receipt.For(TestEvidence.Proposal, TestKeys.Noon, new(1, "E", "J", "C", "R", "L")), TestKeys.Japan).Bytes;
        Accepts("message", Payload(TestEvidence.Proposal.Bytes)).ShouldBeTrue();
        Accepts("message", Payload(TestEvidence.Completion.Bytes)).ShouldBeTrue();
        Accepts("receipt", Payload(receipt)).ShouldBeTrue();
        Accepts("receipt", Payload(refused)).ShouldBeTrue();
        Accepts("checkpoint-statement", Payload(TestEvidence.File().Checkpoints[0])).ShouldBeTrue();
        Accepts("signed-document", TestEvidence.Proposal.Bytes).ShouldBeTrue();
        Accepts("evidence", TestEvidence.File().ToBytes()).ShouldBeTrue();
        Accepts("key-set", TestEvidence.Keys.ToJwks()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("message")]
    [InlineData("receipt")]
    [InlineData("checkpoint-statement")]
    public void Reader_and_schema_agree_on_altered_documents(string document) =>
        Gen.Select(Gen.Int[0, 1000], Mutations.Gen).Sample(
            (pick, mutation) =>
            {
                var payload = JsonNode.Parse(DocumentSamples.Payload(document).Span)!;
                mutation(Mutations.Places(payload).ToList() is var places ? places[pick % places.Count] : default!);
                if (!CanonicalJson.TryWrite(Encoding.UTF8.GetBytes(payload.ToJsonString()), JsonBounds.Wire, out var canonical, out _)) return true;
                var fault = DocumentSamples.Read(document, canonical);
                var isValid = new SchemaCheck(Schema(document)).Accepts(JsonNode.Parse(canonical));
                (fault is null == isValid || (isValid && ReaderOnlyChecks.OfDocument(fault!.English) is not null)).ShouldBeTrue($"reader: {fault?.ToString() ?? "accepts"}; schema: {isValid}; {Encoding.UTF8.GetString(canonical)}");
                return true;
            },
            iter: 200);

    private static string Body(string type, uint[] numbers) =>
        Encoding.UTF8.GetString(MessageBodies.Write((PartnerMessage)new Samples(numbers).Make(WireJson.Family<PartnerMessage>()[type])));

    private static bool Accepts(string schema, ReadOnlyMemory<byte> json) => new SchemaCheck(Schema(schema)).Accepts(JsonNode.Parse(json.Span));

    private static ReadOnlyMemory<byte> Payload(ReadOnlyMemory<byte> document) => DocumentSamples.PayloadOf(document);

    private static JsonObject Schema(string name) => Parsed.Value!.GetOrAdd(name, _ => JsonNode.Parse(Schemas[$"{name}.schema.json"])!.AsObject());

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder)) File.Delete(old);
        foreach (var (file, text) in Schemas) File.WriteAllText(Path.Combine(folder, file), text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JcmInterop.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
