using System.Collections.Immutable;
using System.Globalization;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Records;

/// <summary>Reads the fields of one row of another system and notes every one that cannot be read.</summary>
/// <remarks>A method gives the type's empty value after it has noted a fault; a row for which <see cref="IsSound"/> is false is dropped.</remarks>
internal sealed class RecordRow(string file, MappedTable table, CsvRow row, FaultList faults)
{
    /// <summary>Whether every field read so far was good.</summary>
    public bool IsSound { get; private set; } = true;

    public string File => file;

    public int Line => row.Line;

    public RecordMapping Mapping => table.Mapping;

    public string Header(RecordField field) => table.Header(field);

    public void Fault(RecordField field, ImportProblem problem)
    {
        IsSound = false;
        faults.Add(row.Line, table.Header(field), AefText.Short(table.Cell(row, field)), problem);
    }

    /// <summary>A text, or nothing where the cell is empty.</summary>
    public string? Text(RecordField field)
    {
        var cell = table.Cell(row, field);
        if (Mapping.FoldFullWidth) cell = AefText.Folded(cell);
        cell = cell.Trim();
        if (cell.Length == 0) return null;
        if (cell.Length > ImportLimits.CellLengthMax) Fault(field, ImportProblem.TooLong);
        else if (cell.Any(c => char.IsControl(c) && c is not ('\n' or '\r'))) Fault(field, ImportProblem.ControlCharacter);
        else return cell;
        return null;
    }

    /// <summary>Texts parted by semicolons.</summary>
    public ImmutableArray<string> List(RecordField field) =>
        Text(field) is { } text ? [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];

    /// <summary>A whole number, or nothing where the cell is empty.</summary>
    public long? Number(RecordField field, long from, long to)
    {
        if (Text(field) is not { } text) return null;
        if (Mapping.ThousandsSeparator is { } thousands && IsParted(text, thousands)) text = text.Replace(thousands, "", StringComparison.Ordinal);
        if (CellText.Quantity(text, out var number) is { } problem) Fault(field, problem);
        else if (number < from || number > to) Fault(field, ImportProblem.NotOneOf([$"{from}..{to}"]));
        else return number;
        return null;
    }

    /// <summary>A day, or nothing where the cell is empty.</summary>
    public DateOnly? Day(RecordField field)
    {
        if (Text(field) is not { } text) return null;
        if (!DateOnly.TryParseExact(text, [.. Mapping.DateFormats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Fault(field, CellText.HasFullWidth(text) && !Mapping.FoldFullWidth ? ImportProblem.FullWidth : RecordProblem.DateForm(Mapping.DateFormats));
        else if (day < RecordLimits.FirstDay || day > RecordLimits.LastDay) Fault(field, RecordProblem.DayOutside);
        else return day;
        return null;
    }

    /// <summary>A value of its own type, or nothing where the cell is empty.</summary>
    public T? Value<T>(RecordField field, Func<string, bool> isValid, Func<string, T> create, ImportProblem problem)
        where T : struct
    {
        if (Text(field) is not { } text) return null;
        if (isValid(text)) return create(text);
        Fault(field, CellText.HasFullWidth(text) ? ImportProblem.FullWidth : problem);
        return null;
    }

    public PartyCode? Party(RecordField field) => Value(field, PartyCode.IsValid, text => new PartyCode(text), ImportProblem.Party);

    /// <summary>One of some words, or nothing where the cell is empty.</summary>
    public T? Word<T>(RecordField field, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(field) is not { } text) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Fault(field, CellText.HasFullWidth(text) ? ImportProblem.FullWidth : ImportProblem.NotOneOf(words.Keys.Order(StringComparer.Ordinal)));
        return null;
    }

    /// <summary>A value that must be there.</summary>
    public T Needed<T>(RecordField field, T? value, T standIn, ImportProblem? problem = null)
        where T : struct
    {
        if (value is { } known) return known;
        if (table.Cell(row, field).Trim().Length == 0) Fault(field, problem ?? ImportProblem.Empty);
        return standIn;
    }

    // Every group but the first has three digits: anything else could be a decimal mark.
    private static bool IsParted(string text, string separator) =>
        text.Split(separator) is [{ Length: >= 1 and <= 3 }, _, ..] groups && groups.Skip(1).All(g => g.Length == 3) && groups.All(g => g.All(char.IsAsciiDigit));
}
