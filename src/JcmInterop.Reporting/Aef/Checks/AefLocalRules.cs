using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Which Party an acquisition or transfer names (LOC08) and whose registry a row is about (LOC09).</summary>
internal static class AefLocalRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        foreach (var action in context.File[AefTable.Actions])
        {
            var field = context.Term(action, "ActionType") switch
            {
                "Acquisition" => "TransferringPartyID",
                "Transfer" => "AcquiringPartyID",
                _ => null,
            };
            if (field is not null && (action.Text(field) is not { } other || other == context.Party.Code))
                yield return AefFinding.Error("LOC08", action, field,
                    new("The row names no other Party.", "相手国が記載されていません。"),
                    new("Write the alpha-3 code of the other Party.", "相手国の alpha-3 コードを記入してください。"), AefFinding.LocalBasis);
        }

        foreach (var record in context.File[AefTable.Actions].Concat(context.File[AefTable.Holdings]))
        {
            if (!record["PartyITMORegistryID"].ToString().StartsWith(context.Party.Code, StringComparison.Ordinal))
                yield return AefFinding.Warning("LOC09", record, "PartyITMORegistryID",
                    new($"The row is about a registry that is not one of {context.Party}.", $"{context.Party} の登録簿ではありません。"),
                    new("Name the registry in which this Party tracked the action or holds the units; the originating registry stays inside the identifier.", "自国が記録・保有する登録簿を記入してください。発行元は識別子に残ります。"), AefFinding.LocalBasis);
        }
    }
}
