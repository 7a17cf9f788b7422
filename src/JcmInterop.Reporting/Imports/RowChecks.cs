namespace JcmInterop.Reporting.Imports;

/// <summary>Checks of the rows of one file against each other.</summary>
internal static class RowChecks
{
    /// <summary>Notes every row whose key an earlier row has.</summary>
    public static void NoDuplicates<TRow, TKey>(IReadOnlyList<(RowReader Place, TRow Row)> rows, string column, Func<TRow, TKey> key)
        where TKey : notnull
    {
        var lines = new Dictionary<TKey, int>();
        foreach (var (place, row) in rows)
        {
            var first = lines.TryAdd(key(row), place.Line) ? place.Line : lines[key(row)];
            if (first != place.Line) place.Fault(column, ImportProblem.Duplicate(first));
        }
    }

    /// <summary>Notes every row whose range overlaps an earlier one of the same group; ranges include both ends.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">Column in which the fault is noted.</param>
    /// <param name="group">Rows of different groups never overlap.</param>
    /// <param name="first">First element of the range.</param>
    /// <param name="final">Last element of the range, included.</param>
    /// <param name="problem">The problem, given the line of the other row.</param>
    public static void NoOverlaps<TRow, TGroup, TPoint>(
        IEnumerable<(RowReader Place, TRow Row)> rows, string column, Func<TRow, TGroup> group, Func<TRow, TPoint> first, Func<TRow, TPoint> final,
        Func<int, ImportProblem> problem)
        where TPoint : IComparable<TPoint>
    {
        foreach (var family in rows.GroupBy(pair => group(pair.Row)))
        {
            (RowReader Place, TRow Row)? reaching = null;
            foreach (var pair in family.OrderBy(pair => first(pair.Row)).ThenBy(pair => pair.Place.Line))
            {
                if (reaching is { } earlier && first(pair.Row).CompareTo(final(earlier.Row)) <= 0) Note(pair.Place, earlier.Place);
                if (reaching is not { } far || final(pair.Row).CompareTo(final(far.Row)) > 0) reaching = pair;
            }
        }

        void Note(RowReader one, RowReader other)
        {
            var (earlier, later) = one.Line < other.Line ? (one, other) : (other, one);
            later.Fault(column, problem(earlier.Line));
        }
    }
}
