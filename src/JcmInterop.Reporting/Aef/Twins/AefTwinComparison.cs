using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Lays the partner's real file over what this side's ledger says it should hold, cell by cell, whatever profile either uses.</summary>
public static class AefTwinComparison
{
    private static readonly string[] SubmissionFields = ["ParticipatingParty", "ReportedYear"];

    private static readonly string[] AuthorizationFields =
    [
        "DateOfAuthorization", "CooperativeApproachID", "AuthorizedQuantity", "Metric", "Sectors", "ActivityType", "PurposeForAuthorization",
        "AuthorizedPartyIDs", "AuthorizedEntityIDs", "AuthorizedTimeframe", "FirstTransferDefnForOIMP",
    ];

    /// <summary>Lists every mismatch.</summary>
    /// <param name="twin">What this side's ledger says.</param>
    /// <param name="actual">The partner's file.</param>
    /// <param name="nomenclature">Controlled lists.</param>
    public static IReadOnlyList<AefMismatch> Compare(AefTwin twin, AefFile actual, AefNomenclature nomenclature)
    {
        var canonical = new AefCanonical(nomenclature);
        var blocks = new AefBlockReader(AefBlockReader.UsesSerialsOnly(
            twin.Expected[AefTable.Actions].Concat(twin.Own[AefTable.Actions]).Concat(twin.Own[AefTable.Holdings]).Concat(actual[AefTable.Actions]).Concat(actual[AefTable.Holdings])));
        return
        [
            .. Submission(twin, actual, canonical),
            .. Authorizations(twin, actual, canonical),
            .. new AefActionComparison(twin, actual, canonical, blocks).Mismatches(),
            .. Conflicts(twin, actual, canonical, blocks),
        ];
    }

    private static IEnumerable<AefMismatch> Submission(AefTwin twin, AefFile actual, AefCanonical canonical)
    {
        if (actual.Submission is not { } row || twin.Expected.Submission is not { } expected) return [];
        return SubmissionFields.Select(f => AefCellComparison.Of(canonical, expected, row, f, null)).OfType<AefMismatch>();
    }

    private static IEnumerable<AefMismatch> Authorizations(AefTwin twin, AefFile actual, AefCanonical canonical)
    {
        var rows = actual[AefTable.Authorizations].GroupBy(Key).ToDictionary(g => g.Key, g => g.First());
        foreach (var expected in twin.Expected[AefTable.Authorizations])
        {
            if (!rows.Remove(Key(expected), out var row))
            {
                yield return new AefMismatch(AefTable.Authorizations, AefMismatchKind.MissingRow, "AuthorizationID", expected["AuthorizationID"].ToString(), expected.Place("AuthorizationID"), "", "", AefCauses.NotReported);
                continue;
            }

            foreach (var mismatch in AuthorizationFields.Select(f => AefCellComparison.Of(canonical, expected, row, f, null)).OfType<AefMismatch>()) yield return mismatch;
        }

        // Only those that name this side should have been told to it; the partner has other partners.
        foreach (var row in rows.Values.Where(r => r.Text("AuthorizedPartyIDs") == twin.Party.Code))
            yield return new AefMismatch(AefTable.Authorizations, AefMismatchKind.ExtraRow, "AuthorizationID", "", "", row["AuthorizationID"].ToString(), row.Place("AuthorizationID"), AefCauses.NotTold);

        static (string, string) Key(AefRecord row) => (row["AuthorizationID"].ToString(), row["AuthorizationVersion"].ToString());
    }

    private static IEnumerable<AefMismatch> Conflicts(AefTwin twin, AefFile actual, AefCanonical canonical, AefBlockReader blocks)
    {
        var own = twin.Own[AefTable.Holdings].Select(blocks.Of).GroupBy(b => b.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, AefBlockIndex.Of, StringComparer.Ordinal);
        var type = AefVersion2.Fields[AefTable.Actions].Field("ActionType");
        var claimed = actual[AefTable.Holdings].Concat(actual[AefTable.Actions].Where(r => canonical.Of(type, r["ActionType"]) is "Use" or "Cancellation" or "Voluntary Cancellation"));
        return
            from row in claimed
            let block = blocks.Of(row)
            where own.ContainsKey(block.Key)
            from held in own[block.Key].Overlapping(block)
            select new AefMismatch(
                row.Layout.Table, AefMismatchKind.Conflict, "FirstID", held.Record["FirstID"].ToString(), held.Record.Place("FirstID"), row["FirstID"].ToString(), row.Place("FirstID"), AefCauses.HeldTwice);
    }
}
