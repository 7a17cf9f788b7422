using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace JcmInterop.Messages.Tests.Canonical;

/// <summary>Generators of JSON texts.</summary>
internal static class JsonTexts
{
    private static readonly string[] Pool =
    [
        "a", "b", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\u0001", "\u001f", "\u007f", "\u00e9", "\u20ac", "\uFB33", "\uFFFD", "\U0001F600", "\U0010FFFF", "日",
    ];

    private static readonly Gen<string> Characters = Gen.Int[0, 19].Select(i => Pool[i]);

    public static readonly Gen<string> Name = Characters.Array[0, 6].Select(string.Concat);

    public static readonly Gen<string> Any = Node(4).Select(node => node?.ToJsonString() ?? "null");

    /// <summary>A canonical string written the slow and obvious way.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static Gen<JsonNode?> Node(int depth)
    {
        var leaf = Gen.OneOf<JsonNode?>(
            Name.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Long[-9007199254740991, 9007199254740991].Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
            Gen.Const((JsonNode?)null));
        if (depth == 0) return leaf;
        return Gen.OneOf(
            leaf,
            Node(depth - 1).Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
            Gen.Dictionary(Name, Node(depth - 1))[0, 5].Select(members =>
                (JsonNode?)new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())))));
    }
}
