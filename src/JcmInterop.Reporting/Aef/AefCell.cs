using System.Globalization;

namespace JcmInterop.Reporting.Aef;

/// <summary>The value of one field in one row.</summary>
/// <remarks>Two words wide: half a million rows of 27 of them are held while files are compared.</remarks>
public readonly record struct AefCell
{
    private static readonly object IntegerMark = new();
    private static readonly object DateMark = new();

    private readonly object? content;

    private AefCell(object? content, long number)
    {
        this.content = content;
        Number = number;
    }

    /// <summary>A cell without a value.</summary>
    public static AefCell Empty => default;

    /// <summary>What the cell holds.</summary>
    public AefCellKind Kind => content switch
    {
        null => AefCellKind.Empty,
        string => AefCellKind.Text,
        _ => ReferenceEquals(content, IntegerMark) ? AefCellKind.Integer : AefCellKind.Date,
    };

    /// <summary>The whole number, or the day number of the date.</summary>
    public long Number { get; }

    /// <summary>The date.</summary>
    /// <exception cref="InvalidOperationException">The cell holds no date.</exception>
    public DateOnly Date => Kind == AefCellKind.Date
        ? DateOnly.FromDayNumber(checked((int)Number))
        : throw new InvalidOperationException($"A cell of kind {Kind} holds no date.");

    /// <summary>Whether there is no value.</summary>
    public bool IsEmpty => content is null;

    /// <summary>A cell with a text; nothing or an empty text gives an empty cell.</summary>
    public static AefCell OfText(string? text) => string.IsNullOrEmpty(text) ? Empty : new AefCell(text, 0);

    /// <summary>A cell with a whole number, or an empty cell.</summary>
    public static AefCell OfNumber(long? number) => number is { } value ? new AefCell(IntegerMark, value) : Empty;

    /// <summary>A cell with a date.</summary>
    public static AefCell OfDate(DateOnly date) => new(DateMark, date.DayNumber);

    /// <summary>The value as text: dates as <c>yyyy-MM-dd</c>, numbers without separators.</summary>
    public override string ToString() => Kind switch
    {
        AefCellKind.Text => (string)content!,
        AefCellKind.Integer => Number.ToString(CultureInfo.InvariantCulture),
        AefCellKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "",
    };
}
