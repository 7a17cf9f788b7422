using System.Text;

namespace JcmInterop.Reporting.Aef.Csv;

/// <summary>Reads comma-separated values (RFC 4180) record by record; memory does not grow with the file.</summary>
/// <param name="input">Text of the file.</param>
/// <param name="name">Name of the file, for messages.</param>
internal sealed class CsvRecords(TextReader input, string name)
{
    /// <summary>Most cells in a record.</summary>
    public const int CellsMax = 1_024;

    /// <summary>Longest cell, in characters.</summary>
    public const int CellLengthMax = 32_767;

    private readonly StringBuilder cell = new();
    private int line = 1;

    /// <summary>Line of the first character of the record read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The records in order; lines without any character are left out.</summary>
    /// <exception cref="FormatException">A record is malformed or exceeds a limit; the message names file and line.</exception>
    public IEnumerable<IReadOnlyList<string>> All()
    {
        var record = new List<string>();
        while (Next(record))
        {
            if (record.Count > 1 || record[0].Length > 0) yield return record;
        }
    }

    private bool Next(List<string> record)
    {
        if (input.Peek() < 0) return false;
        record.Clear();
        Line = line;
        while (true)
        {
            var isQuoted = input.Peek() == '"';
            var end = isQuoted ? Quoted() : Plain();
            record.Add(cell.ToString());
            if (record.Count > CellsMax) throw Fault($"has more than {CellsMax} cells");
            if (end != ',') return true;
        }
    }

    private int Plain()
    {
        cell.Clear();
        while (true)
        {
            var next = input.Read();
            if (next == '"') throw Fault("has a quotation mark inside an unquoted cell");
            if (IsEnd(next)) return Ended(next);
            Append((char)next);
        }
    }

    private int Quoted()
    {
        cell.Clear();
        Pass('"');
        while (true)
        {
            var next = input.Read();
            if (next < 0) throw Fault("has a quotation mark that is not closed");
            if (next == '"' && input.Peek() != '"') break;
            if (next == '"') Pass('"');
            if (next == '\n') line++;
            Append((char)next);
        }

        var after = input.Read();
        return IsEnd(after) ? Ended(after) : throw Fault("has text after a closing quotation mark");
    }

    private static bool IsEnd(int next) => next is < 0 or ',' or '\r' or '\n';

    private int Ended(int end)
    {
        if (end == '\r' && input.Peek() == '\n') end = input.Read();
        if (end is '\r' or '\n') line++;
        return end;
    }

    private void Pass(char expected)
    {
        if (input.Read() != expected) throw Fault("changed while it was read");
    }

    private void Append(char next)
    {
        if (cell.Length == CellLengthMax) throw Fault($"has a cell longer than {CellLengthMax} characters");
        cell.Append(next);
    }

    private FormatException Fault(string what) => new($"{name} line {Line} {what}.");
}
