namespace JcmInterop.Reporting.Imports;

/// <summary>Compares the header of a file with the columns of its form.</summary>
internal static class CsvHeader
{
    private const int SimilarDistanceMax = 3;

    /// <summary>Adds what is wrong with the header; gives whether anything is.</summary>
    public static bool Fault(CsvRow header, IReadOnlyList<string> columns, FaultList faults)
    {
        if (header.Cells is [var only] && columns.Count > 1 && OtherSeparator(only) is { } separator)
        {
            faults.Add(header.Line, "", only, separator);
            return true;
        }
        var extra = header.Cells.Where(name => !columns.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        var missed = columns.Where(name => !header.Cells.Contains(name, StringComparer.Ordinal)).ToList();
        var repeated = header.Cells.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        var isWrong = extra.Count + missed.Count + repeated.Count > 0;
        foreach (var missing in missed)
        {
            var similar = extra.Where(name => Distance(Fold(name), Fold(missing)) <= SimilarDistanceMax).MinBy(name => Distance(Fold(name), Fold(missing)));
            if (similar is not null) extra.Remove(similar);
            faults.Add(header.Line, missing, similar ?? "", FileProblem.MissingColumn(similar));
        }
        foreach (var name in extra) faults.Add(header.Line, name, name, FileProblem.ExtraColumn);
        foreach (var name in repeated) faults.Add(header.Line, name, name, FileProblem.RepeatedColumn);
        return isWrong;
    }

    private static ImportProblem? OtherSeparator(string header) =>
        header.Contains(';', StringComparison.Ordinal) ? FileProblem.Separator("semicolons", "セミコロン")
        : header.Contains('\t', StringComparison.Ordinal) ? FileProblem.Separator("tabs", "タブ")
        : null;

    private static string Fold(string name)
    {
        var folded = name.Length > 64 ? name[..64] : name;
        return folded.Trim().Replace(' ', '_').Replace('-', '_').ToLowerInvariant();
    }

    // Levenshtein's distance, one row of the table at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.Length];
    }
}
