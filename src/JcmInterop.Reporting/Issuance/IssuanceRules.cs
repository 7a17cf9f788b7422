using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Issuance;

/// <summary>The sum and date rules of coordinated issuance.</summary>
internal static class IssuanceRules
{
    private const string SpecificationBasis = "JCM common specifications of the registry: issuance follows the Joint Committee's decision";

    public static IEnumerable<Finding> CheckLine(IssuanceLine line)
    {
        var decision = line.Decision;
        var place = $"{decision.Project} {decision.Period}";
        var sum = decision.Legs.Aggregate(UnitQuantity.Zero, (total, leg) => total + leg.Notified);
        if (decision.Total is { } stated && stated != sum)
            yield return Error("INV-02", place, $"{stated} <> {sum}",
                new($"The decision states {stated} t in total, its sides add up to {sum} t.", $"決定の合計は {stated} トンですが、各側の合計は {sum} トンです。"),
                new("Compare with the Joint Committee's notification and correct the side or the total.", "合同委員会の通知と照合し、各側の数量または合計を訂正してください。"));
        if (decision.Period.IsReversed)
            yield return Error("INV-06", place, decision.Period.ToString(),
                new("The monitoring period ends before it starts.", "モニタリング期間の終了日が開始日より前です。"),
                new("Correct the period.", "期間を訂正してください。"));
        foreach (var (leg, judged) in decision.Legs.Select(leg => (leg, line.Legs.Single(l => l.Side == leg.Side))))
        {
            foreach (var finding in CheckLeg($"{place} {leg.Side}", decision, leg, judged)) yield return finding;
        }
    }

    public static IEnumerable<Finding> CheckPeriods(IEnumerable<IssuanceLine> lines)
    {
        foreach (var project in lines.GroupBy(l => l.Decision.Project, StringComparer.Ordinal))
        {
            var periods = project.Select(l => l.Decision.Period).Where(p => p is { From: not null, To: not null, IsReversed: false }).OrderBy(p => p.From).ToList();
            for (var i = 1; i < periods.Count; i++)
            {
                var widest = periods.Take(i).MaxBy(p => p.To)!;
                if (!widest.Overlaps(periods[i])) continue;
                yield return Error("INV-06", project.Key, $"{widest} / {periods[i]}",
                    new("Two monitoring periods of the project overlap, so the same reductions could be issued twice.", "同一プロジェクトのモニタリング期間が重複しており、同じ削減量が二重に発行されるおそれがあります。"),
                    new("Correct the periods, or ask the Joint Committee which one stands.", "期間を訂正するか、いずれが有効か合同委員会に確認してください。"));
            }
        }
    }

    public static IEnumerable<Finding> CheckProjectTotals(IEnumerable<IssuanceTotals> projects, IReadOnlyDictionary<string, UnitQuantity> published) =>
        from project in projects
        where published.TryGetValue(project.Name, out var total) && total != project.Notified
        select Error("INV-03", project.Name, $"{published[project.Name]} <> {project.Notified}",
            new($"The project's published total is {published[project.Name]} t, its periods and sides add up to {project.Notified} t.", $"公表されたプロジェクト合計は {published[project.Name]} トンですが、期間と各側の合計は {project.Notified} トンです。"),
            new("Look for a missing period or side in the import.", "取り込みで期間または一方の側が欠けていないか確認してください。"));

    private static IEnumerable<Finding> CheckLeg(string place, IssuanceDecisionInput decision, IssuanceLegInput leg, IssuanceLegLine judged)
    {
        var posted = leg.Accounts.Values.Aggregate(UnitQuantity.Zero, (total, quantity) => total + quantity);
        if (leg.Accounts.Count > 0 && posted != leg.Notified)
            yield return Error("INV-02", place, $"{leg.Notified} <> {posted}",
                new($"{leg.Notified} t were notified to the side, its accounts add up to {posted} t.", $"この側への通知は {leg.Notified} トンですが、口座の合計は {posted} トンです。"),
                new("Correct the postings of the side.", "この側の口座記録を訂正してください。"));
        if (judged.State == IssuanceLegState.Discrepant)
            yield return Error("INV-04", place, $"{judged.Issued} <> {judged.Notified}",
                new($"{judged.Issued} t were issued where {judged.Notified} t were notified.", $"通知 {judged.Notified} トンに対し {judged.Issued} トンが発行されています。"),
                new("Ask the registry that issued; a side issues exactly what was notified to it.", "発行した登録簿に照会してください。各側は通知どおりの数量を発行します。"));
        if (judged.IssuedOn < decision.DecidedOn)
            yield return Error("INV-05", place, $"{judged.IssuedOn:yyyy-MM-dd} < {decision.DecidedOn:yyyy-MM-dd}",
                new("The units were issued before the Joint Committee decided.", "合同委員会の決定より前に発行されています。"),
                new("Correct the date of issuance or of the decision.", "発行日または決定日を訂正してください。"));
        if (judged.State == IssuanceLegState.Late)
            yield return new Finding("INV-05", FindingSeverity.Warning, place, judged.Notified.ToString(),
                new($"{judged.Notified} t are not issued {judged.LagDays} days after the decision, {judged.LateDays} days beyond what the pair allows.", $"決定から {judged.LagDays} 日を経ても {judged.Notified} トンが未発行です（許容日数を {judged.LateDays} 日超過）。"),
                new($"Ask the registry of {leg.Side} to issue, or to say when it will.", $"{leg.Side} の登録簿に発行または予定日の回答を求めてください。"),
                SpecificationBasis);
    }

    private static Finding Error(string rule, string place, string value, BilingualText reason, BilingualText remedy) =>
        new(rule, FindingSeverity.Error, place, value, reason, remedy, SpecificationBasis);
}
