using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Tests.Envelope;
using JcmInterop.Messages.Tests.Json;

namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>Valid content of every message type and signed document, and every systematic change of it, with the decision of the strict reader.</summary>
internal static partial class MutationCorpus
{
    private const int SeedsTried = 60;
    private const int NumbersDrawn = 41;

    private static readonly string[] Texts =
    [
        "", " ", "JPN", "JPN\n", "jpn", "JPNX", "JPN-THA", "THA-JPN", "JPN-JPN", "JPN-1-76", "JPN-1-77", "JPN-01-76", "2026-01-02", "2026-02-30", "2026-13-01", "2026-1-2",
        "0000-01-01", "2026-01-02T03:04:05.678Z", "2026-02-30T03:04:05.678Z", "2026-01-02T03:04:05Z", "2026-01-02T24:00:00.000Z", "2026-01-02T03:04:05.678+00:00",
        "019d4a00-0000-7000-8000-000000000001", "019D4A00-0000-7000-8000-000000000001", "019d4a00-0000-4000-8000-000000000001", "CA0001", "CA00011", "JPN01", "TH014", "TH0144",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV", "ndc", "Ndc", "proposed", "a/b", "a b", " a", "a ", "a|b", "|", "~{}", "a9", "9a", "日本",
        "-", "1", "recorded", "refused", "1.0", "1.1", new('a', SerialRange.AffixLengthMax), new('a', SerialRange.AffixLengthMax + 1), new('a', 64), new('a', 65),
    ];

    private static readonly string[] Numbers =
    [
        "-1", "0", "1", "1989", "1990", "2100", "2101", "2147483647", "2147483648", "-2147483648", "-2147483649", "999999999999", "1000000000000", "999999999999999", "1000000000000000",
        "9007199254740991", "9007199254740992", "-9007199254740991", "-9007199254740992", "0.5", "1e30",
    ];

    private static readonly string[] OtherTypes = ["null", "true", "1", "1.5", "\"x\"", "[]", "{}", "[null]", "[1]", "{\"x\":1}"];

    /// <summary>Every case, in an order that is always the same.</summary>
    public static IEnumerable<CorpusCase> Cases()
    {
        foreach (var type in MessageBodies.Types)
        {
            foreach (var one in Changes(type, Bodies(type))) yield return one;
        }

        foreach (var document in DocumentSamples.Names)
        {
            foreach (var one in Changes(document, [Encoding.UTF8.GetString(DocumentSamples.Payload(document).Span)])) yield return one;
        }
    }

    /// <summary>What the strict reader says against a case; nothing where it reads it.</summary>
    public static string? Fault(CorpusCase of)
    {
        if (DocumentSamples.Names.Contains(of.Schema)) return DocumentSamples.Read(of.Schema, of.Json)?.English;
        var envelope = TestMessages.Next(DirectionHead.None).Envelope with { Type = of.Schema, Body = of.Json };
        MessageBodies.TryRead(envelope, out _, out var fault);
        return fault?.English;
    }

    /// <summary>The check a fault comes from that no schema can make; nothing where a schema could.</summary>
    public static string? ReaderOnly(CorpusCase of, string fault) =>
        DocumentSamples.Names.Contains(of.Schema) ? ReaderOnlyChecks.OfDocument(fault) : ReaderOnlyChecks.OfBody(fault);

    // Several samples, because one alone has its nullable members either present or absent.
    private static IEnumerable<string> Bodies(string type) => Enumerable.Range(1, SeedsTried).Select(seed => Encoding.UTF8.GetString(
        MessageBodies.Write((PartnerMessage)new Samples(Drawn((ulong)seed)).Make(WireJson.Family<PartnerMessage>()[type]))));

    private static uint[] Drawn(ulong seed) => [.. Enumerable.Range(1, NumbersDrawn).Select(i => (uint)((((seed * 7_919) + (ulong)i) * 2_654_435_761 % 4_294_967_291) >> 3))];

    private static IEnumerable<CorpusCase> Changes(string schema, IEnumerable<string> samples)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var places = Mutations.Places(JsonNode.Parse(sample)).Select((place, i) => (Path: Path(place), Value: Value(place), Index: i)).ToList();
            var unseen = places.Where(place => covered.Add($"{Indexes().Replace(place.Path, "[]")} {place.Value?.GetValueKind()}")).ToList();
            if (unseen.Count == 0) continue;
            yield return Case(schema, "unchanged", JsonNode.Parse(sample)!)!;
            foreach (var (path, value, index) in unseen)
            {
                foreach (var (change, apply) in ChangesOf(value))
                {
                    var body = JsonNode.Parse(sample)!;
                    apply(Mutations.Places(body).ElementAt(index));
                    if (Case(schema, $"{path}: {change}", body) is { } changed) yield return changed;
                }
            }
        }

        foreach (var json in OtherTypes.Where(json => json[0] == '{')) yield return Case(schema, $"$: {json}", JsonNode.Parse(json)!)!;
    }

    private static IEnumerable<(string Change, Action<Mutations.Place> Apply)> ChangesOf(JsonNode? value)
    {
        yield return ("dropped", place => place.Remove());
        yield return ("member or item added beside", place => place.Add("extra"));
        foreach (var json in OtherTypes) yield return (json, place => place.Set(JsonNode.Parse(json)));
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (kind is JsonValueKind.String or JsonValueKind.Null)
        {
            foreach (var text in Texts) yield return ($"\"{text}\"", place => place.Set(JsonValue.Create(text)));
        }

        if (kind is JsonValueKind.Number or JsonValueKind.Null)
        {
            foreach (var number in Numbers) yield return (number, place => place.Set(JsonNode.Parse(number)));
        }
    }

    // What has no canonical form never reaches the reading of a body.
    private static CorpusCase? Case(string schema, string change, JsonNode value) =>
        CanonicalJson.TryWrite(Encoding.UTF8.GetBytes(value.ToJsonString()), JsonBounds.Wire, out var canonical, out _) ? new CorpusCase(schema, change, canonical) : null;

    private static string Path(Mutations.Place place) => place.Holder.GetPath() + (place.Name is { } name ? $".{name}" : $"[{place.Index}]");

    private static JsonNode? Value(Mutations.Place place) => place.Name is { } name ? place.Holder[name] : place.Holder[place.Index];

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Indexes();
}
