using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>STC01 to STC04: an action fits the reported year, its authorization and the NDC period.</summary>
internal static class AefActionRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        foreach (var action in context.File[AefTable.Actions])
        {
            if (AefSyntax.ActionInstant(action["ActionDateTime"])?.UtcDateTime.Year != context.ReportedYear)
                yield return AefFinding.Error("STC01", action, "ActionDateTime",
                    new($"The action is not in the reported year {context.ReportedYear}.", $"行為の日付が報告対象年 {context.ReportedYear} に属しません。"),
                    new("Report it in the submission of its own year.", "該当する年の報告に記載してください。"));
            var authorizations = context.Authorizations[action["AuthorizationID"].ToString()].ToList();
            foreach (var finding in Purposes(action, authorizations)) yield return finding;
            if (context.Period() is { } period && action["YearITMOUsedTowardsNDC"] is { IsEmpty: false } year && (year.Number > int.MaxValue || !period.Contains((int)year.Number)))
                yield return AefFinding.Error("STC03", action, "YearITMOUsedTowardsNDC",
                    new($"The year used is outside the NDC implementation period {period}.", $"使用対象年がNDC実施期間 {period} の外です。"),
                    new("Correct the year or the period in table 1.", "使用対象年または表1の期間を訂正してください。"), "2/CMA.3 annex, paragraph 8(b)");
            if (context.Term(action, "ActionType") == "First transfer")
            {
                foreach (var finding in FirstTransfer(context, action, authorizations)) yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Purposes(AefRecord action, List<AefAuthorization> authorizations)
    {
        if (authorizations.Count == 0) yield break;
        if (action.Text("YearITMOUsedTowardsNDC") is not null && !authorizations.Exists(a => a.CoversNdc))
            yield return AefFinding.Error("STC02", action, "YearITMOUsedTowardsNDC",
                new($"Units are used towards an NDC, but the authorization covers {authorizations[0].Purpose}.", $"NDCへの使用ですが、承認の目的は {authorizations[0].Purpose} です。"),
                new("Use them only for what was authorized, or have the authorization changed before first transfer.", "承認された目的にのみ使用するか、最初の移転前に承認を変更してください。"));
        if (action.Text("PurposeITMOUsedForOIMP") is not null && !authorizations.Exists(a => a.CoversOimp))
            yield return AefFinding.Error("STC02", action, "PurposeITMOUsedForOIMP",
                new($"Units are used or cancelled for another international mitigation purpose, but the authorization covers {authorizations[0].Purpose}.", $"その他の国際緩和目的での使用・取消しですが、承認の目的は {authorizations[0].Purpose} です。"),
                new("Use them only for what was authorized, or have the authorization changed before first transfer.", "承認された目的にのみ使用するか、最初の移転前に承認を変更してください。"));
    }

    private static IEnumerable<Finding> FirstTransfer(AefCheckContext context, AefRecord action, List<AefAuthorization> authorizations)
    {
        var subtype = context.Term(action, "ActionSubtype");
        if (subtype is null)
        {
            yield return AefFinding.Error("STC04", action, "ActionSubtype",
                new("A first transfer has no subtype.", "最初の移転に細分類がありません。"),
                new("Say which event was the first transfer.", "どの事象が最初の移転か記入してください。"));
            yield break;
        }

        if (subtype == "First transfer to another Party")
        {
            if (action.Text("AcquiringPartyID") is null || action.Text("AcquiringPartyID") == context.Party.Code)
                yield return AefFinding.Error("STC04", action, "AcquiringPartyID",
                    new("A first transfer to another Party names no other acquiring Party.", "他の締約国への最初の移転に取得国が記載されていません。"),
                    new("Write the alpha-3 code of the acquiring Party.", "取得国の alpha-3 コードを記入してください。"));
            yield break;
        }

        if (authorizations.Count == 0 || subtype.Contains("OMGE", StringComparison.Ordinal) || subtype.Contains("Adaptation Fund", StringComparison.Ordinal) || subtype == "Other cancellations") yield break;
        if (!authorizations.Exists(a => a.CoversOimp && string.Equals(Defined(context, a), subtype, StringComparison.OrdinalIgnoreCase)))
            yield return AefFinding.Error("STC04", action, "ActionSubtype",
                new($"The first transfer happened at '{subtype}', which is not the event the authorization defines for other international mitigation purposes.", $"最初の移転が「{subtype}」とされていますが、承認が定める事象と異なります。"),
                new("Report the event the authorization defines, or correct its definition in table 2.", "承認が定める事象で報告するか、表2の定義を訂正してください。"), "2/CMA.3 annex, paragraph 2(b)");
    }

    // The lists of definitions and of subtypes spell the same events differently.
    private static string? Defined(AefCheckContext context, AefAuthorization authorization) =>
        context.Term(authorization.Record, "FirstTransferDefnForOIMP") is { } term ? (term == "Authorisation" ? "Authorization" : term) : null;
}
