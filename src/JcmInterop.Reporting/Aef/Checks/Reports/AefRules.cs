using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>Every rule of the check, in the order in which they are applied.</summary>
public static class AefRules
{
    private const string Layout = "Layout of the agreed electronic format: 4/CMA.6 annex II";
    private const string Checker = AefFinding.CheckerBasis;
    private const string Local = AefFinding.LocalBasis;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<AefRule> All { get; } =
    [
        Rule("SYN00", "The file can be read.", "ファイルを読み取れること。", Layout),
        Rule("SYN01", "Every table is there under its sheet name and title.", "すべての表が所定のシート名と表題であること。", Layout),
        Rule("SYN02", "Every column is there once under its header, and no other.", "すべての欄が所定の見出しで一つずつあり、他の欄がないこと。", Layout),
        Rule("SYN03", "Required cells are filled.", "必須の項目が記入されていること。", Layout),
        Rule("SYN04", "Cells have the form of their field.", "各項目の形式が正しいこと。", Layout),
        Rule("SYN05", "What the platform fills in is left untouched.", "プラットフォームが記入する欄に手を加えないこと。", Layout),
        Rule("SYN06", "Columns stand in the template's order.", "欄の順序が様式どおりであること。", Layout),
        Rule("SYN07", "Headers and values are not merged.", "見出しと値のセルが結合されていないこと。", Layout),
        Rule("SYN08", "Cells hold values: no formulas, failed calculations, lost digits or days that do not exist.", "数式・計算エラー・桁落ち・存在しない日付がないこと。", Layout),
        Rule("SYN09", "Nothing follows the blank row that ends a table.", "表を終える空行の後に内容がないこと。", Layout),
        Rule("SYN10", "The workbook has no macros.", "マクロを含まないこと。", Layout),
        Rule("SYN11", "The file has version 2 of the format.", "合意電子様式の第2版であること。", "4/CMA.6, paragraph 19"),
        Rule("II01", "The reporting Party gave an authorization of every cooperative approach it reports on, or is named in one.", "報告する協力的アプローチの承認国または承認対象国であること。", Checker),
        Rule("II02", "An action is reported once.", "同じ行為を一度だけ報告すること。", Checker),
        Rule("II03", "Authorizations of one cooperative approach show the same sectors and activity types.", "同じ協力的アプローチの承認では部門と活動類型が同じであること。", Checker),
        Rule("II04", "The metric of a serial is constant.", "同じシリアルの指標が一定であること。", Checker),
        Rule("II05", "Underlying units follow the serials one to one, with the same offset through every split.", "原単位がシリアルと一対一で、分割後も同じ対応であること。", Checker),
        Rule("II06", "A use names a Party, and an entity if any, that the authorization covers.", "使用する締約国・事業体が承認の対象であること。", Checker),
        Rule("II07", "The cooperative approach of an ITMO is constant.", "ITMOの協力的アプローチが一定であること。", Checker),
        Rule("STC01", "Actions are in the reported year.", "行為が報告対象年のものであること。", Checker),
        Rule("STC02", "Uses and cancellations are for a purpose that was authorized.", "使用・取消しの目的が承認の範囲内であること。", Checker),
        Rule("STC03", "The year of a use towards the NDC is in the NDC implementation period.", "NDCへの使用年がNDC実施期間内であること。", "2/CMA.3 annex, paragraph 8(b)"),
        Rule("STC04", "A first transfer has a subtype, and the event its authorization defines.", "最初の移転の細分類が、承認の定める事象と一致すること。", "2/CMA.3 annex, paragraph 2(b)"),
        Rule("ISC01", "Holdings follow from those of the year before and the actions of the year.", "保有が前年末の保有と当年の行為から導かれること。", Checker),
        Rule("LOC01", "The authorization of every action and holding is in a table 2.", "行為・保有の承認が表2にあること。", Local),
        Rule("LOC02", "Authorized entities are in table 5.", "承認された事業体が表5にあること。", Local),
        Rule("LOC03", "Holdings of one registry do not overlap.", "同じ登録簿の保有が重複しないこと。", Local),
        Rule("LOC04", "Used and cancelled serials are not held.", "使用・取消し済みのシリアルを保有していないこと。", Local),
        Rule("LOC05", "First transferring Party, vintage and mitigation type of a serial are constant, and its two identifiers bound one block.", "最初の移転国・発行年・緩和の種類が一定で、識別子が一つのブロックを成すこと。", Local),
        Rule("LOC06", "The quantity in t CO2 eq is the number of serials.", "数量（t CO2 eq）がシリアル数と一致すること。", Local),
        Rule("LOC07", "A serial is first transferred once.", "最初の移転は一度だけであること。", "2/CMA.3 annex, paragraph 2; 4/CMA.6, paragraph 12"),
        Rule("LOC08", "A transfer or acquisition names another Party.", "移転・取得に相手国が記載されていること。", Local),
        Rule("LOC09", "The Party ITMO registry is the reporting Party's own.", "登録簿が報告国のものであること。", Local),
        Rule("LOC10", "The subtype of an action belongs to its type.", "行為の細分類が種類に合うこと。", "Common nomenclatures, tables 25 and 26"),
        Rule("LOC11", "A Party hands in each version of a year's submission once.", "同じ年・版の提出が一つだけであること。", Local),
        Rule("MIR01", "What one Party transfers, the other acquires, serial by serial.", "一方の移転と他方の取得がシリアル単位で一致すること。", AefMirrorRules.Basis),
        Rule("MIR02", "Both rows of a transfer have the same authorization, quantity, metric and date.", "移転の両側の行で承認・数量・指標・日付が一致すること。", AefMirrorRules.Basis),
    ];

    /// <summary>Whether a rule is about the form of the file and not about what it says.</summary>
    public static bool IsForm(string rule) => rule.StartsWith("SYN", StringComparison.Ordinal);

    private static AefRule Rule(string id, string english, string japanese, string basis) => new(id, new BilingualText(english, japanese), basis);
}
