using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Tests.Canonical;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_sample_of_the_standard_gives_its_published_bytes()
    {
        // RFC 8785, sections 3.2.2 and 3.2.4.
        const string Sample = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string Expected =
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b3330" +
            "2c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";

        Convert.ToHexStringLower(CanonicalJson.Write(Encoding.UTF8.GetBytes(Sample))).ShouldBe(Expected);
    }

    [Fact]
    public void Names_sort_by_UTF16_code_units()
    {
        // RFC 8785, section 3.2.3: the published order of these names.
        const string Sample = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;

        using var canonical = JsonDocument.Parse(CanonicalJson.Write(Encoding.UTF8.GetBytes(Sample)));

        canonical.RootElement.EnumerateObject().Select(m => m.Value.GetString()).ShouldBe(
        [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]);
    }

    [Theory]
    [InlineData(" [ 56 , {\"d\":true,\"10\":null,\"1\":[ ]} ] ", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")]
    [InlineData("""{"1":{"f":{"f":"hi","F":5},"\n":56},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}""",
        """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""")]
    [InlineData("""{"Unnormalized Unicode":"A\u030a"}""", "{\"Unnormalized Unicode\":\"A\u030a\"}")]
    [InlineData("\"\\u0000\\u001F\\u007f\\b\\t\\n\\f\\r\\/\"", "\"\\u0000\\u001f\u007f\\b\\t\\n\\f\\r/\"")]
    [InlineData("\"\\uD83D\\uDE00\"", "\"\U0001F600\"")]
    public void Content_has_one_canonical_text(string json, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json))).ShouldBe(canonical);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "", "twice")]
    [InlineData("""{"body":{"b":1,"a":1,"\u0062":2}}""", "/body/b", "twice")]
    [InlineData("""{"a":[1,2,{"x":nope}]}""", "/a/2/x", "invalid JSON literal")]
    [InlineData("""{"a":1,}""", "", "trailing comma")]
    [InlineData("""{"a":1}/**/""", "", "'/' is invalid after a single JSON value")]
    [InlineData("""{"a":1}{}""", "", "after a single JSON value")]
    [InlineData("", "", "does not contain any JSON tokens")]
    [InlineData("\uFEFF{}", "", "invalid")]
    [InlineData("{\"a/b~c\":\"\\uD800\"}", "/a~1b~0c", "surrogate")]
    [InlineData("""{"a":01}""", "/a", "leading zero")]
    public void A_text_outside_strict_JSON_is_refused_with_its_place(string json, string pointer, string says)
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes(json))).Fault;
        fault.Sentence.ShouldContain(says);
        if (pointer.Length > 0) fault.Pointer.ShouldBe(pointer);
    }

    [Fact]
    public void A_fault_names_line_and_column()
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write("{\n  \"a\": 1,\n  \"b\": tru\n}"u8)).Fault;
        fault.Pointer.ShouldBe("/b");
        fault.Line.ShouldBe(3);
        fault.Column.ShouldBeInRange(8, 11);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Fault;
        fault.Sentence.ShouldContain("UTF-8");
        fault.Column.ShouldBe(7);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Nesting_is_bounded(int depth, bool isAccepted)
    {
        var json = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
        CanonicalJson.TryWrite(json, JsonBounds.Wire, out _, out _).ShouldBe(isAccepted);
    }

    [Fact]
    public void Size_is_bounded()
    {
        CanonicalJson.TryWrite("[1,2]"u8, new JsonBounds(5, 2), out _, out _).ShouldBeTrue();
        CanonicalJson.TryWrite("[1,2 ]"u8, new JsonBounds(5, 2), out _, out var fault).ShouldBeFalse();
        fault!.Sentence.ShouldContain("at most 5");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", true)]
    [InlineData("""{"b":2,"a":1}""", false)]
    [InlineData("""{"a": 1}""", false)]
    [InlineData("""{"a":1.0}""", false)]
    [InlineData("\"\\u0041\"", false)]
    public void Only_the_canonical_text_passes_the_check(string json, bool isCanonical) =>
        (CanonicalJson.Check(Encoding.UTF8.GetBytes(json), JsonBounds.Wire) is null).ShouldBe(isCanonical);

    [Fact]
    public void The_bounds_given_hold_instead_of_the_wires() =>
        Should.Throw<MalformedJsonException>(() => CanonicalJson.Write("[1,2,3]"u8, new JsonBounds(6, 1))).Fault.Sentence.ShouldContain("at most 6");

    [Fact]
    public void Of_a_text_at_fault_nothing_is_written()
    {
        CanonicalJson.TryWrite("[1,2"u8, JsonBounds.Wire, out var canonical, out _).ShouldBeFalse();
        canonical.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_is_appended_whole_or_not_at_all()
    {
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.Append("[ 1 ]"u8, JsonBounds.Wire, output).ShouldBeNull();
        CanonicalJson.Append("[ 2"u8, JsonBounds.Wire, output).ShouldNotBeNull();
        CanonicalJson.Append("[ 3 ]"u8, JsonBounds.Wire, output).ShouldBeNull();

        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("[1][3]");
    }

    [Fact]
    public void Every_control_character_has_its_shortest_escape()
    {
        for (var c = 0; c < ' '; c++)
        {
            var expected = c switch { 8 => "\\b", 9 => "\\t", 10 => "\\n", 12 => "\\f", 13 => "\\r", _ => $"\\u{c:x4}" };
            Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes($"\"\\u{c:X4}\""))).ShouldBe($"\"{expected}\"");
        }
    }

    // Only numbers grow: 1e20 has 4 bytes and 21 canonical ones. What follows them then meets the end of the room at every place.
    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("true", "true")]
    [InlineData("\"abc\"", "\"abc\"")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("\"\\u0001\\u0001\\u0001\"", "\"\\u0001\\u0001\\u0001\"")]
    public void A_canonical_text_may_be_longer_than_what_was_typed(string typed, string canonical)
    {
        for (var count = 0; count < 300; count++)
        {
            var json = $"[{string.Join(',', Enumerable.Repeat("1e20", 30).Concat(Enumerable.Repeat(typed, count)))}]";
            var expected = $"[{string.Join(',', Enumerable.Repeat("100000000000000000000", 30).Concat(Enumerable.Repeat(canonical, count)))}]";
            Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json))).ShouldBe(expected);
        }
    }

    [Fact]
    public void Canonicalising_twice_changes_nothing_and_keeps_the_content() => JsonTexts.Any.Sample(json =>
    {
        var once = CanonicalJson.Write(Encoding.UTF8.GetBytes(json));
        CanonicalJson.Write(once).ShouldBe(once);
        CanonicalJson.Check(once, JsonBounds.Wire).ShouldBeNull();
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(once);
        return JsonElement.DeepEquals(before.RootElement, after.RootElement);
    });

    [Fact]
    public void The_order_of_members_does_not_change_the_canonical_text() =>
        Gen.Dictionary(JsonTexts.Name, Gen.Int).Sample(members =>
        {
            var one = JsonSerializer.SerializeToUtf8Bytes(members);
            var other = JsonSerializer.SerializeToUtf8Bytes(members.Reverse().ToDictionary());
            var expected = "{" + string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{JsonTexts.Quote(m.Key)}:{m.Value}")) + "}";
            Encoding.UTF8.GetString(CanonicalJson.Write(one)).ShouldBe(expected);
            return CanonicalJson.Write(one).AsSpan().SequenceEqual(CanonicalJson.Write(other));
        });
}
