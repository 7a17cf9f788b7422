using System.Buffers;
using System.Buffers.Text;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Storage.State;

/// <summary>A stored block, cut into what sets it apart from others like it and the rest, which is its pattern.</summary>
/// <remarks>It is cut where this product writes these members. What it cuts out of the bytes of another writer means nothing, so a pattern counts only once a body that has
/// it was read in full and written again to the same bytes: then every body with the pattern is the one that its parts would be written to.</remarks>
internal readonly ref struct BlockCut
{
    /// <summary>Longest body that is cut; this product's are a fifth of it.</summary>
    public const int BytesMax = 4096;

    /// <summary>Bytes that a pattern needs besides those of its body.</summary>
    public const int SeparatorsMax = 8;

    // What a number may have where its range need not be checked: serials end at twelve digits, and eighteen always fit a long.
    private const int SerialDigitsMax = 12;
    private const int ItmoDigitsMax = 18;
    private const int TransferBytes = 36;

    // No JSON has this byte.
    private const byte Separator = 0;

    private static readonly SearchValues<byte> TransferText = SearchValues.Create("0123456789abcdef-"u8);

    private BlockCut(ReadOnlySpan<byte> body, Span<byte> scratch)
    {
        var written = 0;
        if (!Keep(ref body, "\"first\":"u8, scratch, ref written) || !Number(ref body, SerialDigitsMax, out First)) return;
        if (!body.StartsWith(",\"final\":"u8)) return;
        if (!Keep(ref body, ",\"final\":"u8, scratch, ref written) || !Number(ref body, SerialDigitsMax, out Final) || Final < First) return;
        if (!Keep(ref body, "\"account\":\""u8, scratch, ref written)) return;
        var accountBytes = body.IndexOfAny((byte)'"', (byte)'\\');
        if (accountBytes < 0 || body[accountBytes] != '"') return;
        Account = body[..accountBytes];
        body = body[accountBytes..];
        if (Keep(ref body, "\"transfer\":\""u8, scratch, ref written) && !Id(ref body, out Transfer)) return;
        if (Keep(ref body, "\"firstSerial\":"u8, scratch, ref written) && !Number(ref body, ItmoDigitsMax, out ItmoFirst)) return;
        if (!Keep(ref body, "\"firstTransfer\":"u8, scratch, ref written)) return;
        Events = body;
        Pattern = scratch[..written];
        IsClean = true;
    }

    public readonly long First;

    public readonly long Final;

    public readonly TransferId Transfer;

    /// <summary>ITMO serial of the first unit; zero where there is none.</summary>
    public readonly long ItmoFirst;

    /// <summary>The account as it is written.</summary>
    public readonly ReadOnlySpan<byte> Account;

    /// <summary>First transfer and disposal as they are written, to the end.</summary>
    public readonly ReadOnlySpan<byte> Events;

    /// <summary>The bytes that are left.</summary>
    public readonly ReadOnlySpan<byte> Pattern;

    /// <summary>Whether everything was found where this product writes it.</summary>
    public readonly bool IsClean;

    /// <summary>Cuts a body.</summary>
    /// <param name="body">The body, at most <see cref="BytesMax"/>.</param>
    /// <param name="scratch">Where the pattern is put together.</param>
    public static BlockCut Of(ReadOnlySpan<byte> body, Span<byte> scratch) => new(body, scratch);

    // A quotation mark inside a text is escaped, so what looks like the name of a member is one.
    private static bool Keep(scoped ref ReadOnlySpan<byte> body, scoped ReadOnlySpan<byte> name, scoped Span<byte> scratch, scoped ref int written)
    {
        var place = body.IndexOf(name);
        if (place < 0) return false;
        body[..(place + name.Length)].CopyTo(scratch[written..]);
        written += place + name.Length;
        scratch[written++] = Separator;
        body = body[(place + name.Length)..];
        return true;
    }

    private static bool Number(scoped ref ReadOnlySpan<byte> body, int digitsMax, out long number)
    {
        var digits = body.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        number = 0;
        if (digits < 1 || digits > digitsMax || body[0] == '0') return false;
        foreach (var digit in body[..digits]) number = (number * 10) + (digit - '0');
        body = body[digits..];
        return true;
    }

    private static bool Id(scoped ref ReadOnlySpan<byte> body, out TransferId id)
    {
        id = default;
        if (body.Length < TransferBytes || body[..TransferBytes].ContainsAnyExcept(TransferText)) return false;
        if (!Utf8Parser.TryParse(body[..TransferBytes], out Guid value, out var read, 'D') || read != TransferBytes) return false;
        id = new TransferId(value);
        body = body[TransferBytes..];
        return true;
    }
}
