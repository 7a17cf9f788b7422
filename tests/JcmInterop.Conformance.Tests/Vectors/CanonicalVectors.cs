using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Texts and their canonical form, and texts that have none.</summary>
internal static class CanonicalVectors
{
    private static readonly (string Id, string Input)[] Good =
    [
        ("members-in-order", """{ "b": 1, "a": 2, "A": 3, "aa": 4 }"""),
        ("order-by-utf16", """{"\ufb33":1,"\ud83d\ude02":2,"\u20ac":3,"\r":4,"1":5,"\u0080":6,"\u00f6":7}"""),
        ("numbers", """[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 1e21, 9007199254740991]"""),
        ("text-escapes", """{"text":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}"""),
        ("literals", """ [ null , true , false ] """),
        ("nested", """{"z":{"y":[{"x":1,"w":[]}]},"e":{}}"""),
        ("japanese", """{"japanese":"二国間クレジット","english":"JCM"}"""),
    ];

    private static readonly (string Id, string Input)[] Bad =
    [
        ("duplicate-names", """{"a":1,"a":2}"""),
        ("duplicate-names-escaped", """{"a":1,"\u0061":2}"""),
        ("lone-surrogate", """["\ud800"]"""),
        ("trailing-comma", """[1,]"""),
        ("comment", """[1] // one"""),
        ("two-values", """1 2"""),
        ("not-a-number", """[NaN]"""),
        ("number-too-large", """[1e400]"""),
        ("number-that-would-change", """[9007199254740993]"""),
        ("unfinished", """{"a":"""),
    ];

    public static JsonObject File() => new()
    {
        ["cases"] = new JsonArray(
        [
            .. Good.Select(c => Case(c.Id, c.Input, Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(c.Input))))),
            .. Bad.Select(c => Case(c.Id, c.Input, null)),
        ]),
    };

    private static JsonObject Case(string id, string input, string? canonical) => new()
    {
        ["id"] = id,
        ["clause"] = "4.1",
        ["input"] = input,
        ["expected"] = canonical is null ? "refused" : "accepted",
        ["canonical"] = canonical,
        ["hash"] = canonical is null ? null : Digest.Of(Encoding.UTF8.GetBytes(canonical)).ToBase64Url(),
    };
}
