using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Verification;

/// <summary>The public keys of several Parties, as a file: a JSON Web Key Set (RFC 7517) whose keys also say whose they are and when they are valid.</summary>
/// <remarks>Each key has the members of a public JSON Web Key and <c>party</c>, <c>validFrom</c> and, where it has ended, <c>validTo</c>.</remarks>
public sealed class KeySet
{
    /// <summary>Most keys in one set.</summary>
    public const int KeysMax = 1_000;

    private readonly ImmutableSortedDictionary<PartyCode, PartnerKeyRing> rings;

    /// <summary>Creates a set.</summary>
    /// <exception cref="ArgumentException">A Party has two rings.</exception>
    public KeySet(params IEnumerable<PartnerKeyRing> rings) => this.rings = rings.ToImmutableSortedDictionary(ring => ring.Party, ring => ring);

    /// <summary>The keys of each Party, in the order of their codes.</summary>
    public IEnumerable<PartnerKeyRing> Rings => rings.Values;

    /// <summary>Reads a key set file.</summary>
    /// <param name="jwks">UTF-8 JSON.</param>
    /// <exception cref="FormatException">The text is not a key set, or a key in it cannot be used; the message names the key.</exception>
    public static KeySet Read(ReadOnlySpan<byte> jwks)
    {
        using var document = JsonDocument.Parse(CanonicalJson.Write(jwks));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("keys", out var keys)
            ? Read(keys)
            : throw new FormatException("A key set is a JSON object with a member 'keys'.");
    }

    /// <summary>The keys of a Party; an empty ring when there are none.</summary>
    public PartnerKeyRing Of(PartyCode party) => rings.TryGetValue(party, out var ring) ? ring : new PartnerKeyRing(party);

    /// <summary>The key set file, UTF-8, in canonical form.</summary>
    public byte[] ToJwks() => CanonicalJson.Write(Encoding.UTF8.GetBytes($$"""{"keys":{{ToJsonArray()}}}"""));

    internal static KeySet Read(JsonElement keys)
    {
        if (keys.ValueKind != JsonValueKind.Array || keys.GetArrayLength() > KeysMax) throw new FormatException($"'keys' is not a list of at most {KeysMax} keys.");
        return new KeySet(keys.EnumerateArray().Select(Key).GroupBy(key => key.Party, key => key.Key).Select(Ring));
    }

    internal string ToJsonArray() => $"[{string.Join(',', Rings.SelectMany(ring => ring.Keys.Select(key => Key(ring.Party, key))))}]";

    private static PartnerKeyRing Ring(IGrouping<PartyCode, PinnedKey> keys) =>
        keys.GroupBy(key => key.Key.KeyId, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"The key {twice.Key} of {keys.Key} occurs twice.")
            : new PartnerKeyRing(keys.Key, keys);

    private static (PartyCode Party, PinnedKey Key) Key(JsonElement json, int index)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException($"Key {index} is not an object.");
        var party = Text(json, "party");
        if (!PartyCode.IsValid(party)) throw new FormatException($"Key {index} does not say whose it is: 'party' is a Party code such as JPN.");
        if (!WireInstant.TryParse(Text(json, "validFrom"), out var from)) throw new FormatException($"Key {index} has no 'validFrom' such as 2026-01-02T03:04:05.678Z.");
        DateTimeOffset? to = null;
        if (Text(json, "validTo") is { } text) to = WireInstant.TryParse(text, out var end) ? end : throw new FormatException($"Key {index}: '{text}' is not an instant.");
        try
        {
            return (new PartyCode(party!), new PinnedKey(VerificationKey.FromJwk(JsonMarshal.GetRawUtf8Value(json)), from, to));
        }
        catch (FormatException e)
        {
            throw new FormatException($"Key {index} of the key set: {e.Message}", e);
        }
    }

    private static string Key(PartyCode party, PinnedKey key)
    {
        var end = key.ValidTo is { } to ? $",\"validTo\":\"{WireInstant.Format(to)}\"" : "";
        return $$"""{{key.Key.PublicJwk[..^1]}},"kid":"{{key.Key.KeyId}}","party":"{{party}}","validFrom":"{{WireInstant.Format(key.ValidFrom)}}"{{end}}}""";
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
