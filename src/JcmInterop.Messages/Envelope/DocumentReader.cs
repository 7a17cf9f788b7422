using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Envelope;

/// <summary>Reads the members of one signed document (message, receipt or checkpoint) whose payload is a canonical JSON object.</summary>
internal sealed class DocumentReader
{
    private readonly ReadOnlyMemory<byte> payload;
    private readonly Dictionary<string, (JsonTokenType Token, int Start, int Length)> members = new(StringComparer.Ordinal);

    private DocumentReader(ReadOnlyMemory<byte> payload) => this.payload = payload;

    /// <summary>The first member that is missing, unknown or malformed.</summary>
    public WireFault? Fault { get; private set; }

    /// <summary>Reads a payload, checks that it is canonical, has exactly the named members and speaks the protocol version.</summary>
    public static DocumentReader? Read(ReadOnlyMemory<byte> payload, ReadOnlySpan<string> names, out WireFault? fault)
    {
        fault = CanonicalJson.Check(payload.Span, JsonBounds.Wire) is { } json ? WireRules.Fault(WireFaultKind.NotCanonical, json) : null;
        if (fault is not null) return null;
        var reader = new DocumentReader(payload);
        fault = reader.Members(names);
        return fault is null ? reader : null;
    }

    /// <summary>A member that is itself an object with exactly the named members; a fault of its members is recorded here.</summary>
    public DocumentReader? Inner(string name, ReadOnlyMemory<byte> json, ReadOnlySpan<string> names)
    {
        var inner = new DocumentReader(json);
        return inner.Members(names) is { } fault ? Wrong(name, $"is malformed: {fault.English}", (DocumentReader?)null) : inner;
    }

    public string Text(string name)
    {
        var (token, start, length) = members[name];
        if (token != JsonTokenType.String) return Wrong(name, "is not text", "");
        var text = new Utf8JsonReader(payload.Span.Slice(start, length));
        text.Read();
        return text.GetString()!;
    }

    /// <summary>A member that must be null.</summary>
    public T? Null<T>(string name) => members[name].Token == JsonTokenType.Null ? default : Wrong(name, "is not null", default(T?));

    public ReadOnlyMemory<byte> Object(string name)
    {
        var (token, start, length) = members[name];
        return token == JsonTokenType.StartObject ? payload.Slice(start, length) : Wrong(name, "is not an object", ReadOnlyMemory<byte>.Empty);
    }

    public ReadOnlyMemory<byte>? ObjectOrNull(string name) => members[name].Token == JsonTokenType.Null ? default(ReadOnlyMemory<byte>?) : Object(name);

    public long Count(string name, long least, long most = PartnerEnvelope.SequenceMax)
    {
        var (token, start, length) = members[name];
        var isCount = token == JsonTokenType.Number
            & long.TryParse(payload.Span.Slice(start, length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value);
        return isCount && value >= least && value <= most ? value : Wrong(name, $"is not a whole number from {least} to {most}", least);
    }

    public PartyCode Party(string name) =>
        Text(name) is var text && PartyCode.IsValid(text) ? new PartyCode(text) : Wrong(name, $"is not a Party code: '{text}'", default(PartyCode));

    public BilateralRegistryId Registry(string name) =>
        BilateralRegistryId.TryParse(Text(name), out var id) ? id : Wrong(name, $"is not a bilateral registry: '{Text(name)}'", default(BilateralRegistryId));

    public DateTimeOffset Instant(string name) => WireInstant.TryParse(Text(name), out var instant)
        ? instant
        : Wrong(name, $"is not an instant in UTC with milliseconds, such as 2026-01-02T03:04:05.678Z: '{Text(name)}'", default(DateTimeOffset));

    public Digest Hash(string name) =>
        Digest.TryParse(Text(name), out var digest) ? digest : Wrong(name, "is not a SHA-256 hash in base64url", default(Digest));

    /// <summary>A hash, or an empty text that stands for none.</summary>
    public Digest HashOrNone(string name) => Text(name).Length == 0 ? default : Hash(name);

    public Guid MessageId(string name)
    {
        var text = Text(name);
        return Guid.TryParseExact(text, "D", out var id) && id.Version == 7 && id.ToString("D") == text
            ? id
            : Wrong(name, $"is not a UUID of version 7 in lower case: '{text}'", Guid.Empty);
    }

    /// <summary>Records what is wrong with a member; the first fault stays.</summary>
    public T Wrong<T>(string name, string what, T standIn)
    {
        Fault ??= Malformed(name, $"the member '{name}' {what}.");
        return standIn;
    }

    private static WireFault Malformed(string name, string what) => WireRules.Fault(WireFaultKind.MalformedDocument, $"/{JsonPlaces.Escape(name)}", what);

    private WireFault? Members(ReadOnlySpan<string> names)
    {
        var reader = new Utf8JsonReader(payload.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return Malformed("", "it is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var (token, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            members.Add(name, (token, start, (int)reader.BytesConsumed - start));
        }

        // The version decides which members there are, so it is looked at first.
        if (members.ContainsKey("protocol") && Text("protocol") is var version && version != PartnerEnvelope.ProtocolVersion)
            return Fault ?? WireRules.Fault(WireFaultKind.UnknownProtocolVersion, "/protocol", version, PartnerEnvelope.ProtocolVersion);
        foreach (var name in names)
        {
            if (!members.ContainsKey(name)) return Malformed(name, $"the member '{name}' is missing.");
        }

        foreach (var name in members.Keys)
        {
            if (!names.Contains(name)) return Malformed(name, $"the member '{name}' is unknown.");
        }

        return null;
    }
}
