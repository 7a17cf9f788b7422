using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>The regular information in outline, annex 4 of the biennial transparency report: 2/CMA.3 annex, paragraphs 21 to 23; 6/CMA.4 annex VI.</summary>
public static class RegularInformationSheet
{
    /// <summary>Fills the outline.</summary>
    /// <param name="history">What the Party did in all of its pairs.</param>
    /// <param name="facts">How it accounts for its NDC.</param>
    /// <param name="summary">Its structured summary, over the same records; nothing while the method is not known.</param>
    public static DataSheet Of(PartyHistory history, NdcFacts facts, StructuredSummaryReport? summary) => new(
        "regular-information", new("Data sheet for the regular information (annex 4 of the biennial transparency report)", "定期情報のデータシート（隔年透明性報告書 附属書4）"), history.Party, history.Dates,
        [.. General(history, facts), .. Approaches(history), Quantities(summary)]);

    private static IEnumerable<SheetSection> General(PartyHistory history, NdcFacts facts) =>
    [
        new("21(a)", new("Participation responsibilities (paragraph 4)", "参加要件（第4項）"), [SheetTables.Registries(history)], [new("How each is fulfilled, and what changed since the initial report.", "各要件の充足状況、および当初報告からの変更点。")]),
        new("21(b)", new("Updates to the initial report and to earlier regular information", "当初報告および過去の定期情報の更新"), [SheetTables.Accounting(facts)], [new("What is new since the last report.", "前回報告以降の変更点。")]),
        new("21(c)", new("Authorizations, with their changes", "承認およびその変更"), [SheetTables.Authorizations(history)], []),
        new("21(d)", new("Corresponding adjustments, and how double counting is avoided", "相当調整、および二重計上の回避"), [SheetTables.Actions(history)],
            [new("How the adjustments are representative of progress and of the NDC target, and lead to no net increase of emissions.", "相当調整が NDC の進捗・目標を代表し、排出量の正味増加につながらないことの説明。")]),
        new("21(e)", new("Units used are not transferred, cancelled or used again", "使用済み単位が再度移転・取消し・使用されないこと"), [SheetTables.Uses(history)], []),
        new("21(f)", new("Contribution to the NDC and to the long-term strategy", "NDC および長期戦略への貢献"), [], [new("How cooperative approaches support the NDC and, if submitted, the long-term low-emission strategy.", "協力的アプローチが NDC および（提出済みの場合）長期低排出戦略をどのように支えるか。")]),
    ];

    private static IEnumerable<SheetSection> Approaches(PartyHistory history) =>
    [
        new("22", new("For each cooperative approach: mitigation, and how it is measured", "協力的アプローチごと：緩和とその計測"), [SheetTables.Approaches(history)],
        [
            new("How it contributes to mitigation and to the implementation of the NDC.", "緩和および NDC 実施への貢献。"),
            new("How mitigation is measured, in line with the methods and metrics of the IPCC; for another metric, how it was chosen and converted.", "IPCC の方法・指標に沿った計測方法。その他の指標の場合は選定・換算の方法。"),
            new("Co-benefits of adaptation or economic diversification, where outcomes come from them.", "適応または経済多角化の共便益に由来する場合のその内容。"),
        ]),
        new("22", new("Environmental integrity of each cooperative approach", "各協力的アプローチの環境十全性"), [], [.. InitialReportSheet.Integrity]),
        new("22", new("Impacts, rights, sustainable development, safeguards, adaptation and overall mitigation", "影響、権利、持続可能な開発、セーフガード、適応および全体的緩和"), [], [.. InitialReportSheet.Safeguards]),
    ];

    private static SheetSection Quantities(StructuredSummaryReport? summary)
    {
        var heading = new BilingualText("Annual quantities, adjustments and balance (table 4), broken down per paragraph 23(j)", "年間数量、相当調整、排出収支（表4）および第23項(j)による内訳");
        if (summary is null) return new SheetSection("23", heading, [], [new("State the method of corresponding adjustments; table 4 follows from it.", "相当調整の方法を定めてください。表4はそれに基づき作成されます。")]);
        var isComplete = summary.AllRows.All(row => !row.Applies || summary.Result.Years.Select((_, i) => summary.Text(row, i)).All(t => t != StructuredSummaryReport.ToBeProvided));
        return new SheetSection(
            "23", heading, [StructuredSummaryExport.Table(summary), StructuredSummaryShares.Table(summary)],
            isComplete ? [] : [new($"The cells that say '{StructuredSummaryReport.ToBeProvided}'.", $"「{StructuredSummaryReport.ToBeProvided}」とある欄の数値。")]);
    }
}
