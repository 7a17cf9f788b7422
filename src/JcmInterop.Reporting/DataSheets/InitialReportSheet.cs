using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>The initial report in outline: 2/CMA.3 annex, paragraph 18; 6/CMA.4 annex V.</summary>
public static class InitialReportSheet
{
    /// <summary>Fills the outline.</summary>
    /// <param name="history">What the Party did in all of its pairs.</param>
    /// <param name="facts">How it accounts for its NDC.</param>
    public static DataSheet Of(PartyHistory history, NdcFacts facts) => new(
        "initial-report", new("Data sheet for the initial report", "当初報告のデータシート"), history.Party, history.Dates,
        [
            new("18(a)", new("Participation responsibilities (paragraph 4)", "参加要件（第4項）"), [SheetTables.Registries(history)],
            [
                new("Party to the Paris Agreement; NDC prepared, communicated and maintained.", "パリ協定の締約国であること、NDC を作成・提出・維持していること。"),
                new("Arrangements for authorizing the use of ITMOs; those for tracking beyond the registries above.", "ITMO の使用承認の体制。上記の登録簿以外の追跡の体制。"),
                new("Latest national inventory report; contribution to the NDC, the long-term strategy and the long-term goals of the Agreement.", "最新の国家インベントリ報告書。NDC、長期戦略、協定の長期目標への貢献。"),
            ]),
            new("18(b)", new("Description of the NDC, where no biennial transparency report has it", "NDC の説明（隔年透明性報告書で未報告の場合）"), [],
                [new("Target, reference points, coverage, time frame, and what counts towards it.", "目標、参照値、対象範囲、期間、および達成に算入するもの。")]),
            new("18(c)", new("ITMO metrics, and the method of corresponding adjustments for the whole NDC period", "ITMO の指標、および NDC 期間を通じた相当調整の方法"), [SheetTables.Accounting(facts)],
                [new("Why the method is representative, and the trajectory, trajectories or budget where one is used.", "方法の代表性の説明、および排出経路または予算（用いる場合）。")]),
            new("18(d)", new("Quantification of the NDC in t CO2 eq", "t CO2 eq による NDC の定量化"), [], [new("Sectors, sources, gases and periods covered; reference level; target year or period; or the method of quantification.", "対象部門・排出源・ガス・期間、参照値、目標年・期間、または定量化の方法。")]),
            new("18(e)", new("Quantification in another metric", "その他の指標による定量化"), [], [new("Only for an NDC, or a part of one, in a non-GHG metric.", "温室効果ガス以外の指標を用いる NDC（その一部を含む）の場合に限ります。")]),
            new("18(f)", new("Policies and measures that are not quantified", "定量化されていない政策・措置"), [], [new("Only for such an NDC: the categories affected and their emission level.", "該当する NDC の場合：影響を受ける分類とその排出水準。")]),
            new("18(g)", new("For each cooperative approach: authorization, description, duration, expected mitigation, Parties and entities", "協力的アプローチごとの承認、概要、期間、見込まれる緩和量、参加国・事業体"), [SheetTables.Approaches(history), SheetTables.Authorizations(history)],
            [
                new("Attach a copy of each authorization.", "各承認の写しを添付してください。"),
                new("Description of each approach, and the mitigation expected for each year of its duration.", "各アプローチの概要、および期間中の各年に見込まれる緩和量。"),
            ]),
            new("18(h)", new("Environmental integrity of each cooperative approach", "各協力的アプローチの環境十全性"), [], [.. Integrity]),
            new("18(i)", new("Impacts, rights, sustainable development, safeguards, adaptation and overall mitigation", "影響、権利、持続可能な開発、セーフガード、適応および全体的緩和"), [], [.. Safeguards]),
        ]);

    /// <summary>What is to be written on environmental integrity.</summary>
    internal static BilingualText[] Integrity { get; } =
    [
        new("No net increase of global emissions within and between NDC periods.", "NDC 期間内および期間間で世界の排出量が正味で増加しないこと。"),
        new("Governance, and the quality of mitigation outcomes: conservative reference levels, baselines below business as usual.", "ガバナンスおよび緩和成果の質（保守的な参照水準、成り行きを下回るベースライン）。"),
        new("Risk of non-permanence, and how reversals are addressed in full.", "非永続性のリスクと反転への完全な対処。"),
    ];

    /// <summary>What is to be written on impacts and contributions.</summary>
    internal static BilingualText[] Safeguards { get; } =
    [
        new("Negative environmental, economic and social impacts, and how they are kept low.", "環境・経済・社会への悪影響とその最小化。"),
        new("Human rights and the other obligations named in the preamble of the Agreement.", "人権その他、協定前文に掲げる義務。"),
        new("Consistency with the sustainable development objectives of the Party.", "自国の持続可能な開発目標との整合。"),
        new("Safeguards and limits of further guidance; resources for adaptation; contribution to overall mitigation.", "追加の指針によるセーフガードと制限、適応への資金、全体的緩和への貢献。"),
    ];
}
