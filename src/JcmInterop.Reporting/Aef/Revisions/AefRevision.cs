using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Revisions;

/// <summary>The cell-by-cell difference between two versions of a submission, by what the cells mean: a change of profile alone is none.</summary>
public static class AefRevision
{
    // What stays the same when a row is corrected, from the surest to the loosest.
    private static readonly Dictionary<AefTable, string[][]> Identities = new()
    {
        [AefTable.Submission] = [[]],
        [AefTable.Authorizations] = [["AuthorizationID", "AuthorizationVersion"], ["AuthorizationID"]],
        [AefTable.Actions] =
        [
            ["ActionDateTime", "ActionType", "ActionSubtype", "FirstID", "LastID", "Vintage"], ["ActionType", "FirstID", "LastID", "Vintage"], ["FirstID", "LastID", "Vintage"],
            ["ActionDateTime", "ActionType", "FirstID"], ["ActionDateTime", "ActionType", "LastID"],
        ],
        [AefTable.Holdings] = [["FirstID", "LastID", "Vintage"], ["FirstID", "Vintage"], ["LastID", "Vintage"]],
        [AefTable.AuthorizedEntities] = [["AuthorizedEntityID", "CooperativeApproachID"], ["AuthorizedEntityID"]],
    };

    /// <summary>Lists the differences, table by table.</summary>
    /// <param name="older">The version before.</param>
    /// <param name="newer">The revised version.</param>
    /// <param name="nomenclature">Controlled lists.</param>
    public static IReadOnlyList<AefChange> Between(AefFile older, AefFile newer, AefNomenclature nomenclature)
    {
        var canonical = new AefCanonical(nomenclature);
        return [.. newer.Fields.Layouts.SelectMany(layout => Between(layout, older[layout.Table], newer[layout.Table], canonical))];
    }

    private static IEnumerable<AefChange> Between(AefTableLayout layout, IReadOnlyList<AefRecord> older, IReadOnlyList<AefRecord> newer, AefCanonical canonical)
    {
        var before = new Dictionary<AefRecord, AefRecord>();
        var free = older.ToList();
        foreach (var identity in Identities[layout.Table])
        {
            var byKey = free.GroupBy(r => Key(r, identity, canonical)).ToDictionary(g => g.Key, g => new Queue<AefRecord>(g), StringComparer.Ordinal);
            foreach (var row in newer.Where(r => !before.ContainsKey(r)))
            {
                if (byKey.TryGetValue(Key(row, identity, canonical), out var rows) && rows.TryDequeue(out var old)) before[row] = old;
            }

            var matched = before.Values.ToHashSet();
            free.RemoveAll(matched.Contains);
        }

        var identifying = Identities[layout.Table][0].FirstOrDefault(f => f is "FirstID" or "AuthorizationID" or "AuthorizedEntityID") ?? layout.Fields[0].TechnicalName;
        foreach (var old in free) yield return new AefChange(layout.Table, AefChangeKind.RowRemoved, identifying, old[identifying].ToString(), old.Place(identifying), "", "");
        foreach (var row in newer)
        {
            if (!before.TryGetValue(row, out var old)) yield return new AefChange(layout.Table, AefChangeKind.RowAdded, identifying, "", "", row[identifying].ToString(), row.Place(identifying));
            else
            {
                foreach (var change in Cells(layout, old, row, canonical)) yield return change;
            }
        }
    }

    private static IEnumerable<AefChange> Cells(AefTableLayout layout, AefRecord old, AefRecord row, AefCanonical canonical) =>
        from field in layout.Fields
        where !canonical.AreSame(field, old[field.TechnicalName], row[field.TechnicalName])
        select new AefChange(
            layout.Table, AefChangeKind.CellChanged, field.TechnicalName, old[field.TechnicalName].ToString(), old.Place(field.TechnicalName),
            row[field.TechnicalName].ToString(), row.Place(field.TechnicalName));

    // A full identifier and its serial number are one identity, so that files of different profiles can be laid over one another.
    private static string Key(AefRecord record, string[] identity, AefCanonical canonical) => string.Join('\u001F', identity.Select(f =>
        f is "FirstID" or "LastID" && Checks.AefBlock.Read(record[f]).Serial is > 0 and var serial
            ? serial.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : record.Layout.IndexOf(f) is >= 0 and var index ? canonical.Of(record.Layout.Fields[index], record[index]) : ""));
}
