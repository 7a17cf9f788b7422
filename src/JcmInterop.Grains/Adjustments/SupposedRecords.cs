using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Adjustments;

/// <summary>First transfers and uses that did not happen, for the question what would be: <c>{"firstTransfers":[…],"uses":[…]}</c>.</summary>
public sealed class SupposedRecords
{
    /// <summary>Largest text, in bytes.</summary>
    public const int BytesMax = 256 * 1024;

    /// <summary>Most records.</summary>
    public const int RecordsMax = 1_000;

    private const int YearMin = Vintage.FirstParisYear;
    private const int YearMax = 2100;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 8 };

    private readonly SupposedFile file;

    private SupposedRecords(SupposedFile file) => this.file = file;

    /// <summary>Reads the text, or says what is wrong with it and where.</summary>
    public static SupposedRecords? Read(ReadOnlySpan<byte> text, out Problem? problem)
    {
        problem = null;
        if (text.Length > BytesMax)
            return Bad("", $"they have {text.Length} bytes; at most {BytesMax} are read.", $"{text.Length} バイトあります。上限は {BytesMax} バイトです。", out problem);
        try
        {
            var read = JsonSerializer.Deserialize<SupposedFile>(WithoutMark(text), Form);
            return read is null ? Bad("$", "the text is null.", "内容が null です。", out problem) : Checked(read, out problem);
        }
        catch (JsonException error)
        {
            var place = $"{error.Path ?? "$"} line {(error.LineNumber ?? 0) + 1} column {(error.BytePositionInLine ?? 0) + 1}";
            return Bad(place, "this is not the form of supposed records, or not JSON.", "仮定の記録の形式、または JSON ではありません。", out problem);
        }
    }

    /// <summary>The records, in a metric.</summary>
    internal (IReadOnlyList<FirstTransferRecord> FirstTransfers, IReadOnlyList<UseRecord> Uses) In(AdjustmentMetric metric) =>
    (
        [.. file.FirstTransfers.Select(t => new FirstTransferRecord(new Vintage(t.Vintage), new UnitQuantity(t.Quantity), t.IsForNdc ? FirstTransferPurpose.Ndc : FirstTransferPurpose.OtherInternationalMitigation, t.On, t.On)
        {
            Metric = metric, Origin = new AdjustmentOrigin { Reference = t.Note },
        })],
        [.. file.Uses.Select(u => new UseRecord(u.UsedForYear, new Vintage(u.Vintage), new UnitQuantity(u.Quantity), u.On, u.On)
        {
            Metric = metric, Origin = new AdjustmentOrigin { Reference = u.Note },
        })]
    );

    private static SupposedRecords? Checked(SupposedFile file, out Problem? problem)
    {
        var count = file.FirstTransfers.Count + file.Uses.Count;
        if (count is 0 or > RecordsMax) return Bad("$", $"there are {count} records; 1 to {RecordsMax} are read.", $"記録が {count} 件あります。1～{RecordsMax} 件を指定してください。", out problem);
        for (var i = 0; i < file.FirstTransfers.Count; i++)
        {
            var (at, t) = ($"$.firstTransfers[{i}]", file.FirstTransfers[i]);
            if (t is null) return Bad(at, "it is null.", "null です。", out problem);
            if (OfAmount(at, t.Vintage, t.Quantity, t.Note, out problem)) return null;
            if (t.Purpose is not ("ndc" or "oimp")) return Bad($"{at}.purpose", $"'{t.Purpose}' is neither ndc nor oimp.", $"'{t.Purpose}' は ndc でも oimp でもありません。", out problem);
        }

        for (var i = 0; i < file.Uses.Count; i++)
        {
            var (at, u) = ($"$.uses[{i}]", file.Uses[i]);
            if (u is null) return Bad(at, "it is null.", "null です。", out problem);
            if (OfAmount(at, u.Vintage, u.Quantity, u.Note, out problem) || OfYear($"{at}.usedForYear", u.UsedForYear, out problem)) return null;
        }

        problem = null;
        return new SupposedRecords(file);
    }

    private static bool OfAmount(string at, int vintage, long quantity, string? note, out Problem? problem)
    {
        if (OfYear($"{at}.vintage", vintage, out problem)) return true;
        if (quantity is < 1 or > UnitQuantity.TonnesMax)
            Bad($"{at}.quantity", $"{quantity} is not 1 to {UnitQuantity.TonnesMax}.", $"{quantity} は 1～{UnitQuantity.TonnesMax} の範囲にありません。", out problem);
        else if (note?.Length > SupposedFile.NoteLengthMax)
            Bad($"{at}.note", $"it is longer than {SupposedFile.NoteLengthMax} characters.", $"{SupposedFile.NoteLengthMax} 文字を超えています。", out problem);
        return problem is not null;
    }

    private static bool OfYear(string at, int year, out Problem? problem)
    {
        problem = null;
        if (year is < YearMin or > YearMax) Bad(at, $"{year} is not a year from {YearMin} to {YearMax}.", $"{year} は {YearMin}～{YearMax} の年ではありません。", out problem);
        return problem is not null;
    }

    private static SupposedRecords? Bad(string place, string english, string japanese, out Problem problem)
    {
        problem = NodeProblems.SupposedUnreadable(place, english, japanese);
        return null;
    }

    // Some editors put a byte order mark in front of the text.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
