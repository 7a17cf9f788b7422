using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Messages.Tests.Canonical;

namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>Systematic alterations of a JSON value at one of its places.</summary>
internal static class Mutations
{
    private static readonly string[] Texts =
    [
        "", " ", "JPN", "JPN\n", "jpn", "JPN-THA", "THA-JPN", "JPN-1-76", "JPN-1-77", "2026-01-02", "2026-02-30", "2026-13-01", "2026-01-02T03:04:05.678Z",
        "2026-01-02T03:04:05Z", "2026-01-02T24:00:00.000Z", "019d4a00-0000-7000-8000-000000000001", "019D4A00-0000-7000-8000-000000000001", "CA0001", "JPN01", "TH014", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
        "ndc", "proposed", "a/b", "日本", "-", "1",
    ];

    private static readonly long[] Numbers = [-1, 0, 1, 1989, 1990, 2100, 2101, int.MaxValue, 1L + int.MaxValue, int.MinValue, 9_007_199_254_740_991];

    public static Gen<Action<Place>> Gen { get; } = CsCheck.Gen.OneOf<Action<Place>>(
        CsCheck.Gen.Const<Action<Place>>(place => place.Remove()),
        CsCheck.Gen.Const<Action<Place>>(place => place.Set(null)),
        CsCheck.Gen.Int[0, Texts.Length - 1].Select(i => (Action<Place>)(place => place.Set(JsonValue.Create(Texts[i])))),
        CsCheck.Gen.Int[0, Numbers.Length - 1].Select(i => (Action<Place>)(place => place.Set(JsonValue.Create(Numbers[i])))),
        CsCheck.Gen.Const<Action<Place>>(place => place.Set(JsonValue.Create(1.5))),
        CsCheck.Gen.Const<Action<Place>>(place => place.Add("extra")),
        JsonTexts.Any.Select(json => (Action<Place>)(place => place.Set(JsonNode.Parse(json)))));

    /// <summary>Every member and item inside a value.</summary>
    public static IEnumerable<Place> Places(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).ToList())
            {
                yield return new Place(members, name, -1);
                foreach (var inner in Places(members[name])) yield return inner;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return new Place(items, null, i);
                foreach (var inner in Places(items[i])) yield return inner;
            }
        }
    }

    /// <summary>One member of an object or item of a list.</summary>
    public sealed record Place(JsonNode Holder, string? Name, int Index)
    {
        public void Set(JsonNode? value)
        {
            if (Holder is JsonObject members) members[Name ?? "extra"] = value;
            else Holder.AsArray()[Index] = value;
        }

        public void Remove()
        {
            if (Holder is JsonObject members && Name is not null) members.Remove(Name);
            else if (Holder is JsonArray items) items.RemoveAt(Index);
        }

        public void Add(string name)
        {
            if (Holder is JsonObject members) members[name] = 1;
            else Holder.AsArray().Add(1);
        }
    }
}
