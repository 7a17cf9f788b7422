using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads the cells of one row into values and notes every cell that cannot be read.</summary>
/// <remarks>A method gives the type's empty value after it has noted a fault; the caller drops a row for which <see cref="IsSound"/> is false.</remarks>
internal sealed class RowReader(CsvTable table, CsvRow row, FaultList faults)
{
    /// <summary>Whether every cell read so far was good.</summary>
    public bool IsSound { get; private set; } = true;

    public int Line => row.Line;

    public void Fault(string column, ImportProblem problem)
    {
        IsSound = false;
        faults.Add(row.Line, column, table.Cell(row, column), problem);
    }

    /// <summary>Text that must be there.</summary>
    public string Text(string column)
    {
        var text = OptionalText(column);
        if (text is null && table.Cell(row, column).Length == 0) Fault(column, ImportProblem.Empty);
        return text ?? "";
    }

    /// <summary>Text that may be left empty; line breaks inside it become line feeds.</summary>
    public string? OptionalText(string column)
    {
        var cell = table.Cell(row, column);
        if (cell.Length == 0) return null;
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal);
        var problem = text.Length > ImportLimits.CellLengthMax ? ImportProblem.TooLong
            : char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? ImportProblem.BlanksAtEnds
            : text.Any(c => char.IsControl(c) && c != '\n') ? ImportProblem.ControlCharacter
            : null;
        if (problem is null) return text;
        Fault(column, problem);
        return null;
    }

    /// <summary>Texts parted by semicolons; <c>unknown</c> and <c>none</c> give an empty list.</summary>
    public ImmutableArray<string> List(string column)
    {
        var text = Text(column);
        return text is "" or ImportSpelling.Unknown or ImportSpelling.None ? [] : [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A value of its own type, read from a text that must be there.</summary>
    public T Value<T>(string column, Func<string, bool> isValid, Func<string, T> create, ImportProblem problem)
        where T : struct
    {
        var text = Text(column);
        if (text.Length == 0) return default;
        if (isValid(text)) return create(text);
        Fault(column, CellText.HasFullWidth(text) ? ImportProblem.FullWidth : problem);
        return default;
    }

    /// <summary>Values of their own type, read from texts parted by semicolons; <c>none</c> or the given word gives an empty list.</summary>
    public ImmutableArray<T> Each<T>(string column, Func<string, bool> isValid, Func<string, T> create, ImportProblem problem, string emptyWord = ImportSpelling.None)
    {
        if (table.Cell(row, column) == emptyWord) return [];
        var texts = List(column);
        if (texts.All(isValid)) return [.. texts.Select(create)];
        Fault(column, texts.Any(CellText.HasFullWidth) ? ImportProblem.FullWidth : problem);
        return [];
    }

    /// <summary>A text of a given form.</summary>
    public string Code(string column, Func<string, bool> isValid, ImportProblem problem)
    {
        var text = Text(column);
        if (text.Length > 0 && !isValid(text)) Fault(column, CellText.HasFullWidth(text) ? ImportProblem.FullWidth : problem);
        return text;
    }

    /// <summary>A text of a given form that may be left empty.</summary>
    public string? OptionalCode(string column, Func<string, bool> isValid, ImportProblem problem) =>
        table.Cell(row, column).Length == 0 ? null : Code(column, isValid, problem);

    public PartyCode Party(string column) => Value(column, PartyCode.IsValid, text => new PartyCode(text), ImportProblem.Party);

    public ProjectReference Project(string column) =>
        Value(column, ProjectReference.IsValid, text => new ProjectReference(text), ImportProblem.CodeForm("a project reference", "プロジェクト番号", "TH014"));

    public BilateralRegistryId Registry(string column) => Value(
        column, text => BilateralRegistryId.TryParse(text, out _), BilateralRegistryId.Parse, ImportProblem.CodeForm("a pair of Parties", "二国間登録簿の識別子", "JPN-THA"));

    public UnitQuantity Quantity(string column) => new(Whole(column, 0, ImportLimits.NumberMax));

    /// <summary>A quantity, or nothing where no limit was set.</summary>
    public UnitQuantity? OptionalQuantity(string column) => table.Cell(row, column) == ImportSpelling.None ? null : Quantity(column);

    /// <summary>A whole number in a range, both ends included.</summary>
    public long Whole(string column, long from, long to)
    {
        var text = Text(column);
        if (text.Length == 0) return from;
        if (CellText.Quantity(text, out var number) is { } problem) Fault(column, problem);
        else if (number > ImportLimits.NumberMax) Fault(column, ImportProblem.TooLarge);
        else if (number < from || number > to) Fault(column, ImportProblem.NotOneOf([$"{from}..{to}"]));
        else return number;
        return from;
    }

    public Vintage Vintage(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return default;
        if (CellText.Quantity(text, out var year) is null && year <= 9999 && Domain.Units.Vintage.IsValid((int)year)) return new Vintage((int)year);
        Fault(column, CellText.HasFullWidth(text) ? ImportProblem.FullWidth : ImportProblem.CodeForm("a calendar year", "西暦年", "2021"));
        return default;
    }

    public DateOnly Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return default;
        if (CellText.Date(text, out var date) is { } problem) Fault(column, problem);
        return date;
    }

    /// <summary>A date, or nothing where the cell says one of the given words.</summary>
    public DateOnly? DateUnless(string column, params ReadOnlySpan<string> words)
    {
        var cell = table.Cell(row, column);
        foreach (var word in words)
            if (cell == word)
                return null;
        return Date(column);
    }

    public bool YesOrNo(string column)
    {
        var text = Text(column);
        if (text.Length > 0 && text is not ("yes" or "no")) Fault(column, ImportProblem.YesOrNo);
        return text == "yes";
    }

    /// <summary>One of the names of an enumeration, exactly as written in it.</summary>
    public T OneOf<T>(string column)
        where T : struct, Enum
    {
        var text = Text(column);
        if (text.Length == 0) return default;
        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<T>(text);
        Fault(column, ImportProblem.NotOneOf(Enum.GetNames<T>()));
        return default;
    }

    /// <summary>One of the names of an enumeration, or nothing where the cell says the given word.</summary>
    public T? OneOfUnless<T>(string column, string word)
        where T : struct, Enum => table.Cell(row, column) == word ? null : OneOf<T>(column);
}
