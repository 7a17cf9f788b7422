using System.Buffers;
using System.Buffers.Text;

namespace JcmInterop.Storage.State;

/// <summary>Takes values out of JSON where this product writes them, and keeps the bytes between them as the pattern.</summary>
/// <remarks>What it takes out of the bytes of another writer means nothing, so a pattern counts only once a text that has it was read in full and written again to the same
/// bytes: then every text with the pattern is the one that its values would be written to.</remarks>
internal ref struct PatternCutter(ReadOnlySpan<byte> text, Span<byte> scratch)
{
    /// <summary>Longest text that is cut; this product's are a fifth of it.</summary>
    public const int BytesMax = 4096;

    /// <summary>Bytes that a pattern needs besides those of its text.</summary>
    public const int SeparatorsMax = 8;

    // What a number may have where its range need not be checked: serials end at twelve digits, and eighteen always fit a long.
    private const int SerialDigitsMax = 12;
    private const int ItmoDigitsMax = 18;
    private const int IdBytes = 36;

    // No JSON has this byte.
    private const byte Separator = 0;

    private static readonly SearchValues<byte> IdText = SearchValues.Create("0123456789abcdef-"u8);

    private readonly Span<byte> scratch = scratch;
    private int written;

    /// <summary>What has not been looked at.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    /// <summary>The bytes kept so far, each part with a mark behind it.</summary>
    public readonly ReadOnlySpan<byte> Pattern => scratch[..written];

    /// <summary>Goes on to where a member's value begins; nothing changes where there is no such member.</summary>
    /// <remarks>A quotation mark inside a text is escaped, so what looks like the name of a member is one.</remarks>
    public bool Find(scoped ReadOnlySpan<byte> name)
    {
        var place = Rest.IndexOf(name);
        if (place < 0) return false;
        Rest[..(place + name.Length)].CopyTo(scratch[written..]);
        written += place + name.Length;
        scratch[written++] = Separator;
        Rest = Rest[(place + name.Length)..];
        return true;
    }

    /// <summary>The numbers of a run of serials.</summary>
    public bool Serials(out long first, out long final)
    {
        final = 0;
        return Find("\"first\":"u8) && Number(SerialDigitsMax, out first) && Rest.StartsWith(",\"final\":"u8) && Find(",\"final\":"u8) && Number(SerialDigitsMax, out final) && final >= first
            || No(out first);
    }

    /// <summary>The serial of an ITMO identity; zero where the member says that there is none.</summary>
    public bool ItmoSerial(out long first) => Find("\"firstSerial\":"u8) ? Number(ItmoDigitsMax, out first) : !No(out first);

    /// <summary>An id in the form in which it is written.</summary>
    public bool Id(out Guid id)
    {
        id = default;
        if (Rest.Length < IdBytes || Rest[..IdBytes].ContainsAnyExcept(IdText)) return false;
        if (!Utf8Parser.TryParse(Rest[..IdBytes], out id, out var read, 'D') || read != IdBytes) return false;
        Rest = Rest[IdBytes..];
        return true;
    }

    /// <summary>A text without escapes, up to its quotation mark.</summary>
    public bool Text(out ReadOnlySpan<byte> text)
    {
        var end = Rest.IndexOfAny((byte)'"', (byte)'\\');
        text = end < 0 ? default : Rest[..end];
        if (end < 0 || Rest[end] != '"') return false;
        Rest = Rest[end..];
        return true;
    }

    private bool Number(int digitsMax, out long number)
    {
        var digits = Rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        number = 0;
        if (digits < 1 || digits > digitsMax || Rest[0] == '0') return false;
        foreach (var digit in Rest[..digits]) number = (number * 10) + (digit - '0');
        Rest = Rest[digits..];
        return true;
    }

    private static bool No(out long number)
    {
        number = 0;
        return false;
    }
}
