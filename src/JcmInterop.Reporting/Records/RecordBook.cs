using System.Collections.Immutable;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Records;

/// <summary>The records of another system, read whole: every row of every file, or every fault and no row.</summary>
public sealed record RecordBook
{
    private RecordBook(RecordMapping mapping, IEnumerable<BlockRecord> records, IEnumerable<ImportFault> faults)
    {
        Mapping = mapping;
        Faults = [.. faults];
        Records = Faults.IsEmpty ? [.. records] : [];
    }

    /// <summary>How the files were read.</summary>
    public RecordMapping Mapping { get; }

    /// <summary>The blocks, in order of files and lines; empty where there is a fault.</summary>
    public ImmutableArray<BlockRecord> Records { get; }

    /// <summary>Everything that is wrong, in order of files and lines; empty where the files were read.</summary>
    public ImmutableArray<ImportFault> Faults { get; }

    /// <summary>Reads files.</summary>
    /// <param name="mapping">How they are read.</param>
    /// <param name="files">Name and bytes of each, in order; at most <see cref="RecordLimits.FilesMax"/>. Each is asked for once and not kept.</param>
    public static RecordBook Read(RecordMapping mapping, IEnumerable<(string Name, Func<byte[]> Bytes)> files)
    {
        var lists = new List<FaultList>();
        var rows = new List<(RecordRow Row, BlockRecord Record)>();
        foreach (var (name, bytes) in files)
        {
            var faults = new FaultList(name);
            lists.Add(faults);
            if (MappedTable.Read(bytes(), mapping, faults) is not { } table) continue;
            foreach (var line in table.Rows)
            {
                var row = new RecordRow(name, table, line, faults);
                var record = BlockReading.Read(row);
                if (row.IsSound) BlockChecks.Check(row, record);
                if (row.IsSound) rows.Add((row, record));
            }
        }

        NoOverlaps(rows, r => (r.Programme ?? "", r.Serials.Prefix, r.Serials.Suffix), r => r.Serials.First, r => r.Serials.Final, RecordField.SerialFirst, RecordProblem.Overlap);
        NoOverlaps(
            rows.Where(r => r.Record.FirstItmo is not null), r => ($"{r.FirstItmo!.CooperativeApproach}", $"{r.FirstItmo.OriginatingRegistry}", $"{r.FirstItmo.FirstTransferringParty}-{r.FirstItmo.Vintage}"),
            r => r.FirstItmo!.Serial, r => r.FirstItmo!.Serial + r.Serials.Quantity.Tonnes - 1, RecordField.FirstItmo, RecordProblem.ItmoOverlap);
        SameAuthorization(rows);
        var all = lists.SelectMany(l => l.InFileOrder).ToList();
        if (all.Count == 0 && mapping.TotalQuantity is { } stated && rows.Sum(r => r.Record.Quantity.Tonnes) is var sum && sum != stated)
            all.Add(new ImportFault("*", 0, "", $"{sum}", RecordProblem.Total(sum, stated).Reason, RecordProblem.Total(sum, stated).Remedy));
        return new RecordBook(mapping, rows.Select(r => r.Record), all);
    }

    private static void NoOverlaps(
        IEnumerable<(RecordRow Row, BlockRecord Record)> rows, Func<BlockRecord, (string, string, string)> group, Func<BlockRecord, long> first, Func<BlockRecord, long> final, RecordField field,
        Func<string, ImportProblem> problem)
    {
        foreach (var series in rows.GroupBy(r => group(r.Record)))
        {
            BlockRecord? reaching = null;
            foreach (var (row, record) in series.OrderBy(r => first(r.Record)))
            {
                if (reaching is not null && first(record) <= final(reaching)) row.Fault(field, problem(reaching.Place));
                if (reaching is null || final(record) > final(reaching)) reaching = record;
            }
        }
    }

    private static void SameAuthorization(IEnumerable<(RecordRow Row, BlockRecord Record)> rows)
    {
        var known = new Dictionary<string, BlockRecord>(StringComparer.Ordinal);
        foreach (var (row, record) in rows.Where(r => r.Record.Authorization is not null))
        {
            var key = $"{record.Party} {record.Authorization}";
            if (!known.TryAdd(key, record) && Terms(known[key]) != Terms(record)) row.Fault(RecordField.Authorization, RecordProblem.AuthorizationDiffers(known[key].Place));
        }
    }

    private static (DateOnly?, CooperativeApproachId?, AuthorizedUses, FirstTransferDefinition?) Terms(BlockRecord record) => (record.AuthorizedOn, record.CooperativeApproach, record.Uses, record.Definition);
}
