using System.Buffers;
using System.Globalization;

namespace JcmInterop.Domain.Units;

/// <summary>A contiguous run of unit serial numbers that share a printed prefix and suffix; both ends are included.</summary>
/// <remarks>
/// <para>A serial is compared as (prefix, number, suffix), never as a string, and a split keeps prefix and suffix byte-identical.
/// One number is one tonne, so the quantity is <c>Final - First + 1</c>.</para>
/// <para>The layout inside prefix and suffix belongs to a <see cref="SerialProfile"/>; it differs by registry and is configuration.</para>
/// </remarks>
public sealed record SerialRange : IComparable<SerialRange>
{
    /// <summary>Longest prefix or suffix, in characters.</summary>
    public const int AffixLengthMax = 96;

    /// <summary>Largest serial number. It keeps the sums of every bounded list of ranges far inside 64 bits and every number exact in JSON.</summary>
    public const long NumberMax = 999_999_999_999;

    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '|')]);

    /// <summary>Creates a range.</summary>
    /// <param name="prefix">Text printed before the number; may be empty; printable ASCII without spaces at the ends.</param>
    /// <param name="first">First number, 1 or more.</param>
    /// <param name="final">Last number, included; not below <paramref name="first"/> and at most <see cref="NumberMax"/>.</param>
    /// <param name="suffix">Text printed after the number; may be empty.</param>
    /// <exception cref="ArgumentException">An affix is too long or has a character outside printable ASCII, or the numbers are out of order.</exception>
    public SerialRange(string prefix, long first, long final, string suffix = "")
    {
        if (Fault(prefix, first, final, suffix) is { } fault) throw new ArgumentException(fault);
        Prefix = prefix;
        First = first;
        Final = final;
        Suffix = suffix;
    }

    private SerialRange(SerialRange like, long first, long final) => (Prefix, First, Final, Suffix) = (like.Prefix, first, final, like.Suffix);

    /// <summary>Text printed before the number.</summary>
    public string Prefix { get; }

    /// <summary>First number, included.</summary>
    public long First { get; }

    /// <summary>Last number, included.</summary>
    public long Final { get; }

    /// <summary>Text printed after the number.</summary>
    public string Suffix { get; }

    /// <summary>Number of units in the range.</summary>
    public UnitQuantity Quantity => new(checked(Final - First + 1));

    /// <summary>The printed form of the first serial.</summary>
    public string FirstText => Text(First);

    /// <summary>The printed form of the last serial.</summary>
    public string FinalText => Text(Final);

    /// <summary>Prefix and suffix as one text, the same for all serials that print alike.</summary>
    internal string Form => $"{Prefix}|{Suffix}";

    /// <summary>What is wrong with the parts of a range, or nothing.</summary>
    public static string? Fault(string? prefix, long first, long final, string? suffix)
    {
        if (prefix is null || suffix is null) return "A serial range needs a prefix and a suffix; either may be empty.";
        if (prefix.Length > AffixLengthMax || suffix.Length > AffixLengthMax) return $"A serial prefix or suffix has at most {AffixLengthMax} characters.";
        if (!IsPrintable(prefix) || !IsPrintable(suffix)) return "A serial prefix or suffix has printable ASCII characters only, no vertical bar, and no space at its ends.";
        if (prefix.Length > 0 && char.IsAsciiDigit(prefix[^1])) return "A serial prefix does not end in a digit: the number could not be told from it.";
        if (suffix.Length > 0 && char.IsAsciiDigit(suffix[0])) return "A serial suffix does not begin with a digit: the number could not be told from it.";
        if (first < 1) return "Serial numbers start at 1.";
        if (final < first) return $"The last serial number {final} is before the first, {first}.";
        if (final > NumberMax) return $"Serial numbers end at {NumberMax}.";
        return null;
    }

    /// <summary>Whether two ranges print alike apart from the number.</summary>
    public bool SharesAffixesWith(SerialRange other) =>
        string.Equals(Prefix, other.Prefix, StringComparison.Ordinal) && string.Equals(Suffix, other.Suffix, StringComparison.Ordinal);

    /// <summary>Whether every serial of <paramref name="other"/> is in this range.</summary>
    public bool Contains(SerialRange other) => SharesAffixesWith(other) && First <= other.First && other.Final <= Final;

    /// <summary>Whether the two ranges share at least one serial.</summary>
    public bool Overlaps(SerialRange other) => SharesAffixesWith(other) && First <= other.Final && other.First <= Final;

    /// <summary>The part of this range from <paramref name="first"/> to <paramref name="final"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside this range.</exception>
    public SerialRange Slice(long first, long final)
    {
        if (first < First || final > Final || final < first)
            throw new ArgumentOutOfRangeException(nameof(first), $"{first}..{final} is not inside {First}..{Final}.");
        return Renumbered(first, final);
    }

    /// <summary>The first <paramref name="quantity"/> units of this range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is zero or larger than the range.</exception>
    public SerialRange Take(UnitQuantity quantity)
    {
        if (quantity.IsZero || quantity > Quantity) throw new ArgumentOutOfRangeException(nameof(quantity));
        return Slice(First, checked(First + quantity.Tonnes - 1));
    }

    /// <summary>Other numbers, known to be in order and in range, that print like these.</summary>
    internal SerialRange Renumbered(long first, long final) => new(this, first, final);

    /// <inheritdoc/>
    public int CompareTo(SerialRange? other)
    {
        if (other is null) return 1;
        var byPrefix = string.CompareOrdinal(Prefix, other.Prefix);
        if (byPrefix != 0) return byPrefix;
        var bySuffix = string.CompareOrdinal(Suffix, other.Suffix);
        if (bySuffix != 0) return bySuffix;
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : Final.CompareTo(other.Final);
    }

    /// <summary>Both printed ends, or one where the range is a single unit.</summary>
    public override string ToString() => First == Final ? FirstText : $"{FirstText}..{FinalText}";

    private static bool IsPrintable(string text) =>
        !text.AsSpan().ContainsAnyExcept(Printable) && (text.Length == 0 || (text[0] != ' ' && text[^1] != ' '));

    private string Text(long number) => string.Concat(Prefix, number.ToString(CultureInfo.InvariantCulture), Suffix);
}
