using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Which Party an acquisition or transfer names (LOC08), whose registry a row is about (LOC09), and whether its subtype belongs to its type (LOC10).</summary>
internal static class AefLocalRules
{
    private const string NotYetDefined = "Not yet defined";
    private static readonly string[] Omge = ["Mandatory cancellation to deliver OMGE", "Voluntary cancellation to deliver OMGE", "Other cancellations"];
    private static readonly string[] AdaptationFund = ["Mandatory transfer to the Adaptation Fund (A6.4 ERs)", "Voluntary transfer to the Adaptation Fund (A6.4 ERs)"];

    private static readonly Dictionary<string, string[]> SubtypesOf = new(StringComparer.Ordinal)
    {
        // A transfer to the Adaptation Fund is recorded as a first transfer (4/CMA.6, paragraph 16), though the printed list gives it to transfers only.
        ["First transfer"] = ["First transfer to another Party", "Authorization", "Issuance", "Use or cancellation", .. Omge, .. AdaptationFund],
        ["Transfer"] = AdaptationFund,
        ["Cancellation"] = Omge,
        ["Voluntary Cancellation"] = Omge,
    };

    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        foreach (var action in context.File[AefTable.Actions])
        {
            if (OtherParty(context, action) is { } field)
                yield return AefFinding.Error("LOC08", action, field,
                    new("The row names no other Party.", "相手国が記載されていません。"),
                    new("Write the alpha-3 code of the other Party.", "相手国の alpha-3 コードを記入してください。"), AefFinding.LocalBasis);
            if (context.Term(action, "ActionSubtype") is { } subtype && subtype != NotYetDefined && context.Term(action, "ActionType") is { } type
                && !(SubtypesOf.GetValueOrDefault(type)?.Contains(subtype) ?? false))
                yield return AefFinding.Warning("LOC10", action, "ActionSubtype",
                    new($"'{subtype}' is not a subtype of '{type}'.", $"「{subtype}」は「{type}」の細分類ではありません。"),
                    new("Leave the subtype empty, or choose one that belongs to the type.", "空欄にするか、行為の種類に合う細分類を選んでください。"), "Common nomenclatures, tables 25 and 26, as read in a transcription");
        }

        foreach (var record in context.File[AefTable.Actions].Concat(context.File[AefTable.Holdings]))
        {
            if (record.Text("PartyITMORegistryID") is { } registry && !registry.StartsWith(context.Party.Code, StringComparison.Ordinal))
                yield return AefFinding.Warning("LOC09", record, "PartyITMORegistryID",
                    new($"The row is about a registry that is not one of {context.Party}.", $"{context.Party} の登録簿ではありません。"),
                    new("Name the registry in which this Party tracked the action or holds the units; the originating registry stays inside the identifier.", "自国が記録・保有する登録簿を記入してください。発行元は識別子に残ります。"), AefFinding.LocalBasis);
        }
    }

    // A transfer to the Adaptation Fund goes to no Party.
    private static string? OtherParty(AefCheckContext context, AefRecord action)
    {
        var field = context.Term(action, "ActionType") switch
        {
            "Acquisition" => "TransferringPartyID",
            "Transfer" when context.Term(action, "ActionSubtype")?.Contains("Adaptation Fund", StringComparison.Ordinal) != true => "AcquiringPartyID",
            _ => null,
        };
        return field is not null && (action.Text(field) is not { } other || other == context.Party.Code) ? field : null;
    }
}
