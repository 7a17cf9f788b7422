namespace JcmInterop.Reporting.Aef;

/// <summary>One column of a table as one word per cell: four bits say what it is, the rest is a number or the place of a text.</summary>
/// <remarks>A run of equal cells takes no words at all until something else comes within the same chunk.</remarks>
internal sealed class AefCellColumn
{
    private const int ChunkRows = 1024;
    private const int KindShift = 60;
    private const long NumberMax = (1L << (KindShift - 1)) - 1;
    private const ulong Payload = (1UL << KindShift) - 1;

    private readonly List<(ulong Same, ulong[]? Words)> chunks = [];
    private readonly AefColumnTexts texts = new();
    private List<long>? largeNumbers;
    private int count;

    private enum Word : byte
    {
        Empty,
        Text,
        NumberedText,
        Number,
        LargeNumber,
        Date,
    }

    /// <summary>How many words are kept; none for a column in which every chunk has one value.</summary>
    public int WordsKept => chunks.Count(c => c.Words is not null) * ChunkRows;

    /// <summary>How many texts are kept whole.</summary>
    public int TextsKept => texts.PlainCount;

    public AefCell this[int row]
    {
        get
        {
            var (same, words) = chunks[row / ChunkRows];
            var word = words is null ? same : words[row % ChunkRows];
            var payload = word & Payload;
            return (Word)(word >> KindShift) switch
            {
                Word.Empty => AefCell.Empty,
                Word.Text => AefCell.OfText(texts.Plain((int)payload)),
                Word.NumberedText => AefCell.OfText(texts.Numbered(payload)),
                Word.Number => AefCell.OfNumber(Signed(payload)),
                Word.LargeNumber => AefCell.OfNumber(largeNumbers![(int)payload]),
                Word.Date => AefCell.OfDate(DateOnly.FromDayNumber((int)payload)),
                _ => throw new InvalidOperationException("A word of no kind."),
            };
        }
    }

    public void Add(AefCell cell)
    {
        var word = Of(cell);
        var place = count++ % ChunkRows;
        if (place == 0)
        {
            chunks.Add((word, null));
            return;
        }

        var (same, words) = chunks[^1];
        if (words is null && same == word) return;
        if (words is null)
        {
            words = new ulong[ChunkRows];
            Array.Fill(words, same, 0, place);
            chunks[^1] = (same, words);
        }

        words[place] = word;
    }

    private static long Signed(ulong payload) => unchecked((long)(payload << (64 - KindShift))) >> (64 - KindShift);

    private static ulong Made(Word kind, ulong payload) => ((ulong)kind << KindShift) | payload;

    private ulong Of(AefCell cell)
    {
        switch (cell.Kind)
        {
            case AefCellKind.Empty: return 0;
            case AefCellKind.Date: return Made(Word.Date, (ulong)cell.Number);
            case AefCellKind.Integer when cell.Number is >= -NumberMax and <= NumberMax: return Made(Word.Number, unchecked((ulong)cell.Number) & Payload);
            case AefCellKind.Integer:
                (largeNumbers ??= []).Add(cell.Number);
                return Made(Word.LargeNumber, (ulong)(largeNumbers.Count - 1));
            case AefCellKind.Text:
                var text = cell.ToString();
                return texts.Known(text) is { } known ? Made(Word.Text, (ulong)known) : texts.AddNumbered(text) is { } numbered ? Made(Word.NumberedText, numbered) : Made(Word.Text, (ulong)texts.AddPlain(text));
            default: throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "Unknown kind of cell.");
        }
    }
}
