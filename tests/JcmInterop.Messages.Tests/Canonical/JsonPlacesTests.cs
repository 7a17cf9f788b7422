using System.Text;
using System.Text.Json;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Tests.Canonical;

public sealed class JsonPlacesTests
{
    [Fact]
    public void A_place_is_a_pointer_a_line_and_a_column()
    {
        new JsonFault("/a/0", 2, 7, "Wrong.").ToString().ShouldBe("Wrong. (/a/0, line 2, column 7)");
        new JsonFault("", 1, 1, "Wrong.").ToString().ShouldBe("Wrong. (line 1, column 1)");
    }

    [Theory]
    [InlineData("""[1.0]""", "/0", 3)]
    [InlineData("""[1,[2,3.0]]""", "/1/1", 8)]
    [InlineData("""{"a":{"x":1},"b":1.0}""", "/b", 19)]
    [InlineData("""{"a":[1],"b":[1,{"c":1.0}]}""", "/b/1/c", 23)]
    [InlineData("""{"a":1 ,"b":2}""", "/b", 7)]
    public void What_is_not_canonical_is_named_by_the_first_value_not_wholly_before_it(string json, string pointer, int column)
    {
        var fault = CanonicalJson.Check(Encoding.UTF8.GetBytes(json), JsonBounds.Wire).ShouldNotBeNull();

        (fault.Pointer, fault.Line, fault.Column).ShouldBe((pointer, 1, column));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "\"a\"", 8)]
    [InlineData("""{"body":{"b":1,"a":1,"\u0062":2}}""", "\"b\"", 22)]
    public void A_name_that_occurs_twice_is_named_where_it_stands_again(string json, string name, int column)
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes(json))).Fault;

        fault.Sentence.ShouldBe($"The name {name} occurs twice in one object.");
        fault.Column.ShouldBe(column);
    }

    [Fact]
    public void Empty_lines_before_a_fault_are_counted()
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write("{\n\n\n\"a\":1,\n\n\"b\":nope}"u8)).Fault;

        (fault.Pointer, fault.Line).ShouldBe(("/b", 6));
        fault.Column.ShouldBeInRange(5, 6);
    }

    [Fact]
    public void Nesting_beyond_the_bound_is_named_by_the_deepest_value_within()
    {
        var fault = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write("""{"a":[0,{"b":[]}]}"""u8, new JsonBounds(100, 3))).Fault;

        fault.Pointer.ShouldBe("/a/1/b");
    }

    [Theory]
    [InlineData("""[1,null]""", "/1")]
    [InlineData("""{"a":{"b":[0,null]}}""", "/a/b/1")]
    [InlineData("""[[[null]]]""", "/0/0/0")]
    [InlineData("""[{"a":null},[],null]""", "/2")]
    [InlineData("""{"a":[],"b":null}""", null)]
    [InlineData("""[[{"a":null}]]""", null)]
    [InlineData("null", null)]
    public void The_first_null_in_a_list_is_found_at_any_depth_allowed(string json, string? pointer) =>
        (JsonPlaces.NullInArray(Encoding.UTF8.GetBytes(json), depthMax: 3)?.Pointer).ShouldBe(pointer);

    [Theory]
    [InlineData(0, "/a")]
    [InlineData(12, "/a")]
    [InlineData(13, "/b")]
    [InlineData(20, "/b")]
    [InlineData(27, "")]
    public void The_innermost_object_that_ends_at_or_after_an_offset_is_found(int offset, string pointer) =>
        JsonPlaces.ObjectEndingAt("""{"a":{"x":1},"b":{"y":[2]}}"""u8, offset, depthMax: 3).ShouldBe(pointer);

    [Theory]
    [InlineData("Broken. LineNumber: 0 | BytePositionInLine: 3.", "Broken.")]
    [InlineData("Broken. Path: $.a | LineNumber: 0", "Broken.")]
    [InlineData("Broken.", "Broken.")]
    [InlineData(" Path: $.a", " Path: $.a")]
    public void A_sentence_leaves_out_the_place_but_is_never_empty(string message, string sentence) => JsonPlaces.Sentence(message).ShouldBe(sentence);

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(1, 2, 6)]
    [InlineData(1, 99, 8)]
    [InlineData(9, 0, 4)]
    public void An_offset_never_leaves_the_text(long line, long position, long offset) =>
        JsonPlaces.Offset("[0,\n1,2]"u8, new JsonException("", null, line, position)).ShouldBe(offset);
}
