using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JcmInterop.Reporting.Aef.Archives;

/// <summary>The log of an archive: one JSON line per kept file, each with the hash of the line before, so that a line changed or taken out shows.</summary>
internal sealed class AefArchiveLog(string path)
{
    private const int BytesMax = 64 << 20;
    private static readonly string NoPrevious = new('0', 64);
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>The entries in order.</summary>
    /// <exception cref="AefArchiveException">A line was changed, added or taken out by hand.</exception>
    public IReadOnlyList<AefArchiveEntry> Read()
    {
        if (!File.Exists(path)) return [];
        if (new FileInfo(path).Length > BytesMax) throw Damaged("is too large", null);
        var entries = new List<AefArchiveEntry>();
        var previous = NoPrevious;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var entry = Entry(line);
            if (entry.Previous != previous || entry.Sequence != entries.Count + 1) throw Damaged($"does not continue in line {entries.Count + 1}", null);
            entries.Add(entry);
            previous = Hash(line);
        }

        return entries;
    }

    /// <summary>Adds a line and brings it to disk.</summary>
    public AefArchiveEntry Append(DateTimeOffset at, string file, string sha256, IReadOnlyDictionary<string, long> journals)
    {
        var count = Read().Count;
        var previous = count == 0 ? NoPrevious : Hash(File.ReadLines(path, Encoding.UTF8).Last());
        var entry = new AefArchiveEntry(count + 1, at, file, sha256, previous, journals);
        using var output = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None);
        output.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Form) + "\n"));
        output.Flush(flushToDisk: true);
        return entry;
    }

    private AefArchiveEntry Entry(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AefArchiveEntry>(line, Form) ?? throw Damaged("has an empty line", null);
        }
        catch (JsonException fault)
        {
            throw Damaged("has a line that is not JSON", fault);
        }
    }

    private AefArchiveException Damaged(string what, Exception? fault) =>
        new($"The log {path} {what}. Restore it from a copy.", $"記録 {path} が改変または破損しています。控えから復元してください。", fault);

    private static string Hash(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
}
