using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>ISC01: holdings at the end of the year follow from those of the year before and the actions of the year, serial by serial.</summary>
/// <remarks>Without the submission for the year before, only serials that an action of the year touched can be judged.</remarks>
internal static class AefHoldingRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        var groups = new Dictionary<string, AefHoldingSweep>(StringComparer.Ordinal);
        AefHoldingSweep Group(AefBlock block) => groups.TryGetValue(block.Key, out var group) ? group : groups[block.Key] = new AefHoldingSweep();
        foreach (var action in context.Blocks(context.File, AefTable.Actions))
        {
            if (AefSyntax.ActionInstant(action.Record["ActionDateTime"]) is { } at) Group(action).AddAction(action, at, EffectOf(context, action.Record));
        }

        foreach (var holding in context.Blocks(context.File, AefTable.Holdings)) Group(holding).AddHolding(holding);
        var before = context.YearBefore;
        if (before is not null)
        {
            foreach (var holding in context.Blocks(before, AefTable.Holdings)) Group(holding).AddHoldingBefore(holding);
        }

        return groups.Values.SelectMany(g => g.Gaps(isYearBeforeKnown: before is not null)).Select(g => Told(g, context.ReportedYear));
    }

    private static AefHoldingEffect EffectOf(AefCheckContext context, AefRecord action) => (context.Term(action, "ActionType"), context.Term(action, "ActionSubtype")) switch
    {
        ("Acquisition", _) => AefHoldingEffect.Enters,
        ("Transfer", _) => AefHoldingEffect.Leaves,
        ("Use" or "Cancellation" or "Voluntary Cancellation", _) => AefHoldingEffect.Ends,
        ("First transfer", { } subtype) when subtype.Contains("Adaptation Fund", StringComparison.Ordinal) => AefHoldingEffect.Open,
        ("First transfer", "Authorization" or "Issuance" or "Not yet defined" or null) => AefHoldingEffect.Open,
        ("First transfer", _) => AefHoldingEffect.Leaves,
        _ => AefHoldingEffect.Open,
    };

    private static Finding Told(AefHoldingGap gap, int year)
    {
        var (units, unitsJapanese) = ($"{gap.Last - gap.First + 1} units, serials {gap.First} to {gap.Last},", $"{gap.Last - gap.First + 1} 単位（シリアル {gap.First}～{gap.Last}）");
        return gap switch
        {
            { Holding: { } holding, Action: { } action } => AefFinding.Error("ISC01", holding.Record, "FirstID",
                new($"{units} left in {action.Record.Place("FirstID")} and are still held.", $"{unitsJapanese}は {action.Record.Place("FirstID")} で移転済みですが、保有に含まれています。"),
                new("Remove them from the holdings, or report the acquisition that brought them back.", "保有から除くか、再取得の行為を報告してください。")),
            { Holding: { } holding } => AefFinding.Error("ISC01", holding.Record, "FirstID",
                new($"{units} are held, but were not held at the end of {year - 1} and no action of {year} brought them.", $"{unitsJapanese}を保有していますが、{year - 1} 年末の保有にも {year} 年の行為にもありません。"),
                new("Report the action that brought them, or correct the holdings of either year.", "取得の行為を報告するか、いずれかの年の保有を訂正してください。")),
            { Action: { } action } => AefFinding.Error("ISC01", action.Record, "FirstID",
                new($"{units} came in and are not among the holdings, though no later action took them away.", $"{unitsJapanese}を取得後、移転・使用・取消しの記録がないまま保有にありません。"),
                new("Add them to the holdings, or report the action that took them away.", "保有に加えるか、減少の行為を報告してください。")),
            { Before: { } before } => AefFinding.Error("ISC01", before.Record, "FirstID",
                new($"{units} were held at the end of {year - 1} (in that year's file), are no longer held, and no action of {year} took them away.", $"{unitsJapanese}は {year - 1} 年末（同年の報告）に保有していましたが、{year} 年の行為なしに保有から消えています。"),
                new("Report the action that took them away, or correct the holdings of either year.", "減少の行為を報告するか、いずれかの年の保有を訂正してください。")),
            _ => throw new InvalidOperationException("A gap names an action or a holding."),
        };
    }
}
