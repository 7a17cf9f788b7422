using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace JcmInterop.Messages.Canonical;

/// <summary>Reads JSON once and writes its canonical form; an object is reordered in place only where its members came in another order.</summary>
internal sealed class CanonicalWriter(int sizeHint) : IDisposable, IComparer<CanonicalWriter.Member>
{
    // Integers of at most this many digits are exact in a double and print as they stand.
    private const int ExactDigitsMax = 15;

    private readonly List<Member> members = [];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, 256));
    private int length;

    /// <summary>The canonical bytes written so far; valid until the writer is disposed.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Write(ReadOnlySpan<byte> json, int depthMax)
    {
        if (!Utf8.IsValid(json)) throw new JsonPlaceException(ValidPrefix(json), "The text is not valid UTF-8.");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depthMax });
        reader.Read();
        Value(ref reader);
        reader.Read();
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    int IComparer<Member>.Compare(Member x, Member y) => CompareNames(x, y);

    private void Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: Object(ref reader); break;
            case JsonTokenType.StartArray: Array(ref reader); break;
            case JsonTokenType.String: Text(ref reader); break;
            case JsonTokenType.Number: Number(ref reader); break;
            default: Put(reader.ValueSpan); break;
        }
    }

    private void Array(ref Utf8JsonReader reader)
    {
        Put((byte)'[');
        for (var isFirst = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
        {
            if (!isFirst) Put((byte)',');
            Value(ref reader);
        }

        Put((byte)']');
    }

    private void Object(ref Utf8JsonReader reader)
    {
        Put((byte)'{');
        var firstMember = members.Count;
        var isSorted = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (members.Count > firstMember) Put((byte)',');
            var source = reader.TokenStartIndex;
            var start = length;
            Text(ref reader);
            var nameEnd = length;
            Put((byte)':');
            reader.Read();
            var wide = Ascii.IsValid(buffer.AsSpan(start, nameEnd - start)) && buffer.AsSpan(start, nameEnd - start).IndexOf((byte)'\\') < 0
                ? null
                : CanonicalText.Decode(buffer.AsSpan(start + 1, nameEnd - start - 2));
            Value(ref reader);
            var member = new Member(start, nameEnd, length, source, wide);
            isSorted = isSorted && (members.Count == firstMember || CompareNames(members[^1], member) < 0);
            members.Add(member);
        }

        if (!isSorted) Sort(firstMember);
        members.RemoveRange(firstMember, members.Count - firstMember);
        Put((byte)'}');
    }

    private void Sort(int firstMember)
    {
        var own = CollectionsMarshal.AsSpan(members)[firstMember..];
        var start = own[0].Start;
        own.Sort(this);
        for (var i = 1; i < own.Length; i++)
        {
            if (CompareNames(own[i - 1], own[i]) == 0)
                throw new JsonPlaceException(Math.Max(own[i - 1].Source, own[i].Source), $"The name {Name(own[i])} occurs twice in one object.");
        }

        var copy = ArrayPool<byte>.Shared.Rent(length - start);
        buffer.AsSpan(start, length - start).CopyTo(copy);
        var at = start;
        foreach (var member in own)
        {
            if (at > start) buffer[at++] = (byte)',';
            copy.AsSpan(member.Start - start, member.End - member.Start).CopyTo(buffer.AsSpan(at));
            at += member.End - member.Start;
        }

        ArrayPool<byte>.Shared.Return(copy);
    }

    private void Text(ref Utf8JsonReader reader)
    {
        Put((byte)'"');
        if (reader.ValueIsEscaped) Escaped(ref reader);
        else Put(reader.ValueSpan);
        Put((byte)'"');
    }

    private void Escaped(ref Utf8JsonReader reader)
    {
        var decoded = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var count = reader.CopyString(decoded);
            Reserve(count * 6);
            length += CanonicalText.Escape(decoded.AsSpan(0, count), buffer.AsSpan(length));
        }
        catch (InvalidOperationException)
        {
            throw new JsonPlaceException(reader.TokenStartIndex, "The text has half of a surrogate pair.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    private void Number(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        var digits = text[0] == (byte)'-' ? text[1..] : text;
        var isInteger = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        if (isInteger && digits.Length <= ExactDigitsMax && text is not [(byte)'-', (byte)'0'])
        {
            Put(text);
            return;
        }

        if (!reader.TryGetDouble(out var value) || !double.IsFinite(value))
            throw new JsonPlaceException(reader.TokenStartIndex, "The number is beyond the range of a double.");
        Reserve(CanonicalNumber.LengthMax);
        var written = CanonicalNumber.Format(value, buffer.AsSpan(length));
        if (isInteger && value != 0 && !buffer.AsSpan(length, written).SequenceEqual(text))
            throw new JsonPlaceException(reader.TokenStartIndex, "The whole number would lose digits: beyond 2^53 a number is written as text.");
        length += written;
    }

    private int CompareNames(Member x, Member y)
    {
        // Byte order equals UTF-16 code unit order only where both names are plain ASCII.
        if (x.Wide is null && y.Wide is null) return Plain(x).SequenceCompareTo(Plain(y));
        return string.CompareOrdinal(x.Wide ?? Encoding.ASCII.GetString(Plain(x)), y.Wide ?? Encoding.ASCII.GetString(Plain(y)));
    }

    private ReadOnlySpan<byte> Plain(Member member) => buffer.AsSpan(member.Start + 1, member.NameEnd - member.Start - 2);

    private string Name(Member member) => Encoding.UTF8.GetString(buffer.AsSpan(member.Start, member.NameEnd - member.Start));

    private void Put(byte value)
    {
        Reserve(1);
        buffer[length++] = value;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length >= count) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + count));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out var consumed) == OperationStatus.Done) at += consumed;
        return at;
    }

    /// <summary>A member of the object being written: where its name and value stand in the output, and where its name stood in the source.</summary>
    internal readonly record struct Member(int Start, int NameEnd, int End, long Source, string? Wide);
}
