using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Issuance;

/// <summary>Rules 2001 to 2099: projects, Joint Committee decisions and issuance.</summary>
public static class IssuanceRules
{
    private const string Issuance = "JCM common specifications of the registry, definition of issuance: following a Joint Committee decision";
    private const string Sums = "JCM practice: notified integers are authoritative, postings sum to the side, sides sum to the total";
    private const string Cycle = "JCM project cycle: only a registered project is credited";
    private const string ApprovalPractice = "JCM practice with Thailand, 2025: partner issues, partner approves the international transfer, Japan records it";
    private const string Policy = "Product policy";

    /// <summary>2001.</summary>
    public static RefusalRule ProjectUnknown { get; } = new(
        2001, "Project {0} is not registered here.", "プロジェクト {0} は登録されていません。", Cycle,
        "Register the project first.", "先にプロジェクトを登録してください。");

    /// <summary>2002.</summary>
    public static RefusalRule ProjectExists { get; } = new(
        2002, "Project {0} is already registered with other particulars.", "プロジェクト {0} は別の内容で既に登録されています。", Cycle,
        "Compare the two; a renumbered project gets its new reference.", "内容を照合してください。番号が変わった場合は新しい番号で登録します。");

    /// <summary>2003.</summary>
    public static RefusalRule OtherRegistry { get; } = new(
        2003, "Decision {0} is about {1}, this registry is {2}.", "決定 {0} は {1} に関するもので、この登録簿は {2} です。", Issuance,
        "Record it in the registry of that pair.", "該当する二国間の登録簿に記録してください。");

    /// <summary>2004.</summary>
    public static RefusalRule DecisionExists { get; } = new(
        2004, "Decision {0} is already recorded with other content.", "決定 {0} は別の内容で既に記録されています。", Issuance,
        "Compare with the minutes; a corrected decision gets its own id.", "議事録と照合してください。訂正された決定には別の番号を付けます。");

    /// <summary>2005.</summary>
    public static RefusalRule SidesUnclear { get; } = new(
        2005, "Line {0} does not name each of the two sides {1} exactly once.", "項目 {0} に {1} の両側が一度ずつ記載されていません。", Sums,
        "Give one entry per side; a side without units has zero.", "各側を一度ずつ記載してください。配分のない側は0とします。");

    /// <summary>2006.</summary>
    public static RefusalRule SumOfSides { get; } = new(
        2006, "Line {0}: the sides sum to {1}, the total says {2}.", "項目 {0}：両側の合計は {1} ですが、総量は {2} です。", Sums,
        "Correct the integer that differs from the decision.", "決定と異なる数値を訂正してください。");

    /// <summary>2007.</summary>
    public static RefusalRule SumOfPostings { get; } = new(
        2007, "Line {0}: the postings of {1} sum to {2}, the side was notified {3}.", "項目 {0}：{1} の内訳の合計は {2} ですが、通知量は {3} です。", Sums,
        "Correct the posting that differs from the decision.", "決定と異なる内訳を訂正してください。");

    /// <summary>2008.</summary>
    public static RefusalRule PeriodOutOfOrder { get; } = new(
        2008, "Line {0}: the monitoring period {1} ends before it starts.", "項目 {0}：モニタリング期間 {1} の終了日が開始日より前です。", Sums,
        "Correct the dates.", "日付を訂正してください。");

    /// <summary>2009.</summary>
    public static RefusalRule PeriodOverlaps { get; } = new(
        2009, "Line {0}: the monitoring period {1} overlaps {2} of the same project in decision {3}.", "項目 {0}：モニタリング期間 {1} が、決定 {3} の同じプロジェクトの期間 {2} と重複しています。",
        "JCM practice: monitoring periods of a project do not overlap", "Correct the dates, or withdraw the double request.", "日付を訂正するか、重複した申請を取り下げてください。");

    /// <summary>2010.</summary>
    public static RefusalRule VintageOutsidePeriod { get; } = new(
        2010, "Line {0}: vintage {1} has no day in the monitoring period {2}.", "項目 {0}：ビンテージ {1} はモニタリング期間 {2} に含まれません。",
        "Decision 6/CMA.4 annex I, paragraph 5: the vintage is the year in which the mitigation occurred", "Divide the quantity by calendar year.", "暦年ごとに数量を分けてください。");

    /// <summary>2011.</summary>
    public static RefusalRule DecisionUnknown { get; } = new(
        2011, "Decision {0} is not recorded on this side.", "決定 {0} はこの登録簿に記録されていません。", Issuance,
        "Record the decision first.", "先に決定を記録してください。");

    /// <summary>2012.</summary>
    public static RefusalRule LineUnknown { get; } = new(
        2012, "Decision {0} has no line {1}.", "決定 {0} に項目 {1} はありません。", Issuance,
        "Check the line id.", "項目番号を確認してください。");

    /// <summary>2013.</summary>
    public static RefusalRule AlreadyIssued { get; } = new(
        2013, "The leg of {0} under decision {1}, line {2}, was issued already.", "決定 {1}、項目 {2} の {0} 分は既に発行されています。", Issuance,
        "Nothing to do: a decision is issued once.", "対応は不要です。一つの決定は一度だけ発行されます。");

    /// <summary>2014.</summary>
    public static RefusalRule NothingToIssue { get; } = new(
        2014, "{0} was notified zero under decision {1}, line {2}.", "決定 {1}、項目 {2} における {0} の通知量は0です。", Issuance,
        "Nothing to do: the leg is not applicable.", "対応は不要です。発行の対象ではありません。");

    /// <summary>2015.</summary>
    public static RefusalRule IssuedBeforeDecision { get; } = new(
        2015, "The issuance date {0} is before the decision of {1}.", "発行日 {0} が決定日 {1} より前です。", Issuance,
        "Use a date on or after the decision.", "決定日以降の日付を指定してください。");

    /// <summary>2016.</summary>
    public static RefusalRule PostingsDiffer { get; } = new(
        2016, "Line {0}: {1} of vintage {2} would be issued for {3}, the decision notified {4}.", "項目 {0}：{3} 分のビンテージ {2} の発行量は {1} ですが、決定の通知量は {4} です。", Sums,
        "Issue exactly what was notified, per side and vintage.", "側とビンテージごとに通知された量を正確に発行してください。");

    /// <summary>2017.</summary>
    public static RefusalRule ReachedByAcquisition { get; } = new(
        2017, "Under decision {0} the partner issues; units reach {1} by acquisition after its approval.", "決定 {0} では相手国が発行し、{1} には承認後の取得によりクレジットが移ります。", ApprovalPractice,
        "Wait for the approval, then record the acquisition.", "承認を待ってから取得を記録してください。");

    /// <summary>2018.</summary>
    public static RefusalRule IdUnclear { get; } = new(
        2018, "'{0}' is not a line id, or stands twice in the decision.", "「{0}」は項目番号として不適切か、決定の中で重複しています。", Policy,
        "Use 1 to 32 letters, digits and hyphens, each once.", "英数字とハイフン1～32文字で、重複しない番号を使用してください。");

    /// <summary>2019.</summary>
    public static RefusalRule TooMany { get; } = new(
        2019, "{0} {1} are more than the limit of {2}.", "{1} の数 {0} が上限 {2} を超えています。", Policy,
        "Divide the record.", "記録を分けてください。");

    /// <summary>2020.</summary>
    public static RefusalRule PartnerIssuesAll { get; } = new(
        2020, "Line {0}: units for {1} go to an account for other government purposes until their transfer is approved, not to {2}.",
        "項目 {0}：{1} 分のクレジットは、移転の承認まで口座 {2} ではなくその他の政府口座に記録します。", ApprovalPractice,
        "Name an account of kind GovernmentOther for them.", "種別がその他の政府口座である口座を指定してください。");
}
