using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>II07: the cooperative approach of an ITMO is constant: in its identifier, in its authorization, and wherever its underlying units are reported.</summary>
internal static class AefApproachRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        var found = new HashSet<AefRecord>();
        foreach (var block in context.Blocks(context.File, AefTable.Actions).Concat(context.Blocks(context.File, AefTable.Holdings)))
        {
            if (OtherApproach(context, block) is not { } other) continue;
            found.Add(block.Record);
            yield return Differs(block.Record, other);
        }

        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (earlier, later) in AefBlock.Overlapping(context.All.SelectMany(f => UnderlyingBlocks(context, f, keys))))
        {
            var (record, other) = later.IsOwn ? (later.Record, earlier.Record) : (earlier.Record, later.Record);
            if ((earlier.IsOwn || later.IsOwn) && Approach(record) != Approach(other) && found.Add(record))
                yield return Differs(record, new($"{other.Place("CooperativeApproachID")} reports the same underlying units under {Approach(other)}.", $"{other.Place("CooperativeApproachID")} では同じ原単位が {Approach(other)} で報告されています。"));
        }
    }

    private static BilingualText? OtherApproach(AefCheckContext context, AefBlock block)
    {
        var record = block.Record;
        var approach = Approach(record);
        if (block.Identifier is { } id && id.CooperativeApproach.ToString() != approach)
            return new($"The identifier says {id.CooperativeApproach}.", $"識別子では {id.CooperativeApproach} となっています。");
        var authorizations = context.Authorizations[record["AuthorizationID"].ToString()].ToList();
        return authorizations.Count == 0 || authorizations.Exists(a => Approach(a.Record) == approach)
            ? null
            : new($"The authorization is for {Approach(authorizations[0].Record)}.", $"承認は {Approach(authorizations[0].Record)} に関するものです。");
    }

    // The same tonne of the underlying registry cannot be an outcome of two approaches, whatever its ITMO identifiers say.
    private static IEnumerable<AefBlock> UnderlyingBlocks(AefCheckContext context, AefFile file, Dictionary<string, string> keys) =>
        from block in context.Blocks(file, AefTable.Actions).Concat(context.Blocks(file, AefTable.Holdings))
        let range = AefUnderlyingRange.Of(block)
        where range is { IsBlock: true }
        let serials = range.Serials()
        where serials is not null
        select new AefBlock(block.Record, Kept($"{block.Record["UnderlyingUnitRegistryID"]}|{serials.Value.Affix}", keys), serials.Value.First, serials.Value.Last) { IsOwn = block.IsOwn };

    private static string Kept(string key, Dictionary<string, string> keys) => keys.TryGetValue(key, out var kept) ? kept : keys[key] = key;

    private static string Approach(AefRecord record) => record["CooperativeApproachID"].ToString();

    private static Finding Differs(AefRecord record, BilingualText reason) => AefFinding.Error("II07", record, "CooperativeApproachID", reason,
        new("Report an ITMO under one cooperative approach for all its life.", "ITMOは一貫して同じ協力的アプローチで報告してください。"));
}
