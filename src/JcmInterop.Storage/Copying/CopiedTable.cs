namespace JcmInterop.Storage.Copying;

/// <summary>A table of the record, as the database itself describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns but the numbered one, in the order of their names.</param>
/// <param name="NumberedBy">The column the database numbers the rows by, whose order is kept; nothing where there is none.</param>
internal sealed record CopiedTable(string Name, IReadOnlyList<string> Columns, string? NumberedBy)
{
    /// <summary>Tables of the layout itself, and of Orleans, whose content belongs to the running silos.</summary>
    private static readonly string[] NotPartOfTheRecord = ["schema_version", "orleans", "sqlite_"];

    public string Select => $"SELECT {string.Join(", ", Columns)} FROM {Name}{(NumberedBy is null ? "" : $" ORDER BY {NumberedBy}")}";

    /// <summary>Puts the columns of a database together.</summary>
    public static IReadOnlyList<CopiedTable> Of(IEnumerable<(string Table, string Column, bool IsNumber)> columns) =>
    [
        .. from column in columns
           where !NotPartOfTheRecord.Any(prefix => column.Table.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
           group column by column.Table into table
           orderby table.Key
           select new CopiedTable(
               table.Key,
               [.. table.Where(c => !c.IsNumber).Select(c => c.Column).Order(StringComparer.Ordinal)],
               table.Where(c => c.IsNumber).Select(c => c.Column).SingleOrDefault()),
    ];
}
