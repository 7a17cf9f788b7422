using System.Globalization;
using System.Text.Json;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Json;

/// <summary>A JSON file being read. One pass finds where its tables begin; each table is then read from there.</summary>
internal sealed class AefJsonSource : AefSource
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly Stream input;
    private readonly Dictionary<string, long> tableOffsets = new(StringComparer.Ordinal);

    public AefJsonSource(Stream input)
    {
        this.input = input;
        var (format, fieldTable) = Survey();
        if (format != AefJsonWriter.Format) throw new FormatException($"The file is not a submission: its member /format must be \"{AefJsonWriter.Format}\".");
        Fields = fieldTable == AefVersion1.Fields.Id ? AefVersion1.Fields : AefVersion2.Fields;
        if (Fields == AefVersion1.Fields) Found.Add(AefReadingFindings.SupersededFormat(Fields));
    }

    public override AefFieldTable Fields { get; }

    public override IEnumerable<AefRecord> Rows(AefTableLayout layout)
    {
        if (!tableOffsets.TryGetValue(layout.JsonName, out var offset))
        {
            Found.Add(AefReadingFindings.MissingSheet(layout));
            yield break;
        }

        var json = new JsonTokens(input, offset);
        json.Read();
        var pool = new AefTextPool(layout.Fields.Count);
        AefPlaces places = layout.IsVertical
            ? (field, _) => Place($"/{layout.JsonName}", field)
            : (field, row) => Place($"/{layout.JsonName}/{row - 1}", field);
        if (layout.IsVertical)
        {
            yield return Record(json, layout, pool, 1, places);
            yield break;
        }

        if (json.Type != JsonTokenType.StartArray) throw new FormatException($"/{layout.JsonName} must be an array.");
        for (var row = 1; json.Read() && json.Type != JsonTokenType.EndArray; row++) yield return Record(json, layout, pool, row, places);
    }

    private (string? Format, string? FieldTable) Survey()
    {
        Span<byte> start = stackalloc byte[3];
        input.Position = 0;
        var mark = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Utf8Mark) ? Utf8Mark.Length : 0;
        var json = new JsonTokens(input, mark);
        if (!json.Read() || json.Type != JsonTokenType.StartObject) throw new FormatException("The file is not a submission: it must be one JSON object.");
        string? format = null;
        string? fieldTable = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.Type == JsonTokenType.PropertyName)
        {
            var (name, offset) = (json.Text!, json.Offset);
            if (!seen.Add(name)) throw new FormatException($"/{name} is there twice.");
            json.Read();
            if (name == "format") format = json.Text;
            if (name == "fieldTable") fieldTable = json.Text;
            if (json.Type is JsonTokenType.StartObject or JsonTokenType.StartArray) tableOffsets[name] = AfterColon(offset);
            json.Skip();
        }

        return (format, fieldTable);
    }

    // A reader that starts in the middle must start at the value itself.
    private long AfterColon(long offset)
    {
        var back = input.Position;
        input.Position = offset;
        int next;
        while ((next = input.ReadByte()) is ':' or ' ' or '\t' or '\r' or '\n') offset++;
        input.Position = back;
        return offset;
    }

    private AefRecord Record(JsonTokens json, AefTableLayout layout, AefTextPool pool, int row, AefPlaces places)
    {
        if (json.Type != JsonTokenType.StartObject) throw new FormatException($"{places(null, row)} must be an object.");
        var cells = new AefCell[layout.Fields.Count];
        var seen = new bool[cells.Length];
        while (json.Read() && json.Type == JsonTokenType.PropertyName)
        {
            var name = json.Text!;
            json.Read();
            var index = layout.IndexOf(name);
            if (index < 0)
            {
                Found.Add(AefReadingFindings.UnknownMember(Member(places(null, row), name), name));
                json.Skip();
                continue;
            }

            if (seen[index]) throw new FormatException($"{places(layout.Fields[index], row)} is there twice.");
            seen[index] = true;
            cells[index] = pool.Pooled(index, Cell(json, layout.Fields[index], () => places(layout.Fields[index], row)));
        }

        return new AefRecord(layout, row, cells, places);
    }

    private static AefCell Cell(JsonTokens json, AefField field, Func<string> place) => json.Type switch
    {
        JsonTokenType.Null => AefCell.Empty,
        JsonTokenType.Number when json.Number is { } number => AefCell.OfNumber(number),
        JsonTokenType.String when field.Format is AefFieldFormat.Date or AefFieldFormat.ActionDate
            && DateOnly.TryParseExact(json.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => AefCell.OfDate(date),
        JsonTokenType.String => AefCell.OfText(json.Text!.Trim()),
        _ => throw new FormatException($"{place()} must be a text, a whole number or null."),
    };

    private static string Place(string row, AefField? field) => field is null ? row : Member(row, field.TechnicalName);

    // RFC 6901: a slash inside a name is escaped.
    private static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
