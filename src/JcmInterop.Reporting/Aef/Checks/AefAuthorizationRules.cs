using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>II01, II03, II06 and the existence of authorizations and entities (LOC01, LOC02).</summary>
internal static class AefAuthorizationRules
{
    private static readonly string[] HomogeneousFields = ["Sectors", "ActivityType"];

    public static IEnumerable<Finding> Check(AefCheckContext context) =>
        Participation(context).Concat(Homogeneity(context)).Concat(Users(context)).Concat(Existence(context)).Concat(Entities(context));

    private static IEnumerable<Finding> Participation(AefCheckContext context)
    {
        var named = context.Authorizations.SelectMany(g => g).Where(a => a.Names(context.Party)).Select(a => a.Record["CooperativeApproachID"].ToString()).ToHashSet(StringComparer.Ordinal);
        return context.File[AefTable.Actions].Concat(context.File[AefTable.Holdings])
            .Where(r => !named.Contains(r["CooperativeApproachID"].ToString()))
            .DistinctBy(r => (r.Layout.Table, r["CooperativeApproachID"]))
            .Select(r => AefFinding.Of(IsAuthorizedByAnyone(context, r) ? FindingSeverity.Error : FindingSeverity.Warning, "II01", r, "CooperativeApproachID",
                new($"{context.Party} reports on a cooperative approach for which no authorization at hand names it.", $"{context.Party} を含む承認が確認できない協力的アプローチについて報告しています。"),
                new($"Ask the authorizing Party to name {context.Party} among the authorized Parties, or add the missing authorization or the other Party's file.", $"承認国に {context.Party} を承認対象国として明記するよう求めるか、不足する承認または相手国の報告を追加してください。")));
    }

    // Without any authorization of the approach at hand nothing is known against the Party.
    private static bool IsAuthorizedByAnyone(AefCheckContext context, AefRecord record) =>
        context.Authorizations.SelectMany(g => g).Any(a => a.Record["CooperativeApproachID"] == record["CooperativeApproachID"]);

    private static IEnumerable<Finding> Homogeneity(AefCheckContext context)
    {
        var first = new Dictionary<string, AefAuthorization>(StringComparer.Ordinal);
        foreach (var authorization in context.Authorizations.SelectMany(g => g))
        {
            var approach = authorization.Record["CooperativeApproachID"].ToString();
            if (!first.TryAdd(approach, authorization))
            {
                foreach (var field in HomogeneousFields.Where(f => !first[approach].Set(f).SetEquals(authorization.Set(f))))
                {
                    yield return AefFinding.Warning("II03", authorization.Record, field,
                        new("Authorizations of one cooperative approach show different sectors or activity types; the published check flags this even for multi-sector approaches.", "同一の協力的アプローチの承認で部門または活動類型が異なります（複数部門のアプローチでも指摘されます）。"),
                        new("Keep one authorization record per homogeneous set, or expect the finding and explain it.", "均質な組ごとに承認を記録するか、指摘を想定して説明してください。"));
                }
            }
        }
    }

    private static IEnumerable<Finding> Users(AefCheckContext context)
    {
        foreach (var action in context.File[AefTable.Actions].Where(a => context.Term(a, "ActionType") == "Use"))
        {
            var authorizations = context.Authorizations[action["AuthorizationID"].ToString()].ToList();
            var party = action.Text("Using/cancellingPartyID");
            if (party is null)
                yield return AefFinding.Error("II06", action, "Using/cancellingPartyID",
                    new("A use does not name the Party that uses.", "使用した締約国が記載されていません。"),
                    new("Write the alpha-3 code of the using Party.", "使用国の alpha-3 コードを記入してください。"));
            else if (authorizations.Count > 0 && !authorizations.Exists(a => a.Party.Code == party || a.Parties.Contains(party)))
                yield return AefFinding.Error("II06", action, "Using/cancellingPartyID",
                    new($"{party} neither gave the authorization nor is named in it.", $"{party} は承認国でも承認対象国でもありません。"),
                    new("Ask the authorizing Party to name the using Party.", "承認国に使用国の明記を求めてください。"));
            if (action.Text("Using/cancellingEntityID") is { } entity && authorizations.Count > 0 && !authorizations.Exists(a => a.Entities.Contains(entity)))
                yield return AefFinding.Error("II06", action, "Using/cancellingEntityID",
                    new($"Entity {entity} is not named in the authorization.", $"事業体 {entity} は承認に記載されていません。"),
                    new("Ask the authorizing Party to name the entity, or correct the number.", "承認国に事業体の明記を求めるか、番号を訂正してください。"));
        }
    }

    private static IEnumerable<Finding> Existence(AefCheckContext context) =>
        from record in context.File[AefTable.Actions].Concat(context.File[AefTable.Holdings])
        where !context.Authorizations.Contains(record["AuthorizationID"].ToString())
        let isAuthorizerAtHand = context.All.Any(f => f.Party?.Code == record.Text("FirstTransferringPartyID"))
        select AefFinding.Of(isAuthorizerAtHand ? FindingSeverity.Error : FindingSeverity.Warning, "LOC01", record, "AuthorizationID",
            new("No table 2 at hand has this authorization.", "この承認は手元のどの表2にもありません。"),
            new("Add the authorization, or check against the file of the Party that gave it.", "承認を追加するか、承認国の報告と照合してください。"), AefFinding.LocalBasis);

    private static IEnumerable<Finding> Entities(AefCheckContext context)
    {
        var known = context.All.SelectMany(f => f[AefTable.AuthorizedEntities]).Select(r => r["AuthorizedEntityID"].ToString()).ToHashSet(StringComparer.Ordinal);
        return context.File[AefTable.Authorizations].SelectMany(r => new AefAuthorization(context.Party, r).Entities.Where(e => !known.Contains(e)).Select(e => (r, e)))
            .Select(x => AefFinding.Error("LOC02", x.r, "AuthorizedEntityIDs",
                new($"Authorized entity {x.e} has no row in table 5.", $"承認された事業体 {x.e} が表5にありません。"),
                new("Add the entity to table 5.", "表5に事業体を追加してください。"), AefFinding.LocalBasis));
    }
}
