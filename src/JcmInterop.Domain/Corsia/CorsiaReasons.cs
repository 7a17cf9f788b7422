using System.Globalization;

namespace JcmInterop.Domain.Corsia;

/// <summary>The catalogue of reasons: every code with its sentences and the rule behind it.</summary>
public static class CorsiaReasons
{
    private const string List = "ICAO document 'CORSIA Eligible Emissions Units'; Annex 16 Vol IV, Part II, 4.2";
    private const string Dates = "ICAO document 'CORSIA Eligible Emissions Units', eligible unit dates";
    private const string Attestation = "Emissions unit criteria: host country attestation";
    private const string Letter = "Host country's letter of authorization; 2/CMA.3 annex and 4/CMA.6";
    private const string Counted = "Emissions unit criteria: counted only once towards a mitigation obligation";
    private const string Programme = "Rules of the programme on cover of pending corresponding adjustments";
    private const string Policy = "Policy of this product";

    private static readonly Dictionary<string, (string English, string Japanese, string Basis)> Catalogue = new(StringComparer.Ordinal)
    {
        ["PROG_NOT_LISTED"] = ("Programme {0} is not on the list of eligible programmes, edition {1}.", "制度 {0} は適格制度一覧（{1} 版）に掲載されていません。", List),
        ["PROG_NOT_FOR_PERIOD"] = ("Programme {0} is not on the list for period {1}.", "制度 {0} は期間 {1} の適格制度一覧に掲載されていません。", List),
        ["PROG_CONDITIONAL_ONLY"] = ("Programme {0} is approved only under conditions not known to be met.", "制度 {0} は条件付き承認で、条件の充足が確認されていません。", List),
        ["DATA_RULEPACK_UNVERIFIED"] = ("The entry of {0} for period {1} in the rule pack was not read in an official text.", "規則データの {0}（期間 {1}）は公式文書で確認されていません。", Policy),
        ["DATA_RULEPACK_STALE"] = ("The rule pack of edition {0} is more than {1} days old.", "規則データ（{0} 版）は {1} 日を超えて古くなっています。", Policy),
        ["UNIT_TYPE_EXCLUDED"] = ("Units of class {0} are excluded.", "種別 {0} の単位は除外されています。", List),
        ["UNIT_EXANTE"] = ("The reductions are planned, not achieved.", "予定された削減であり、実現していません。", List),
        ["UNIT_BUFFER"] = ("Buffer units are not for use.", "バッファ単位は使用できません。", List),
        ["REG_SERIAL_MALFORMED"] = ("The serial cannot be read.", "シリアル番号を読み取れません。", "Emissions unit criteria: identification and tracking"),
        ["REG_QTY_MISMATCH"] = ("The serials span {0} units, the record says {1}.", "シリアルの範囲は {0} 単位ですが、記録は {1} 単位です。", "Emissions unit criteria: identification and tracking"),
        ["DATA_SOURCE_CONFLICT"] = ("Two sources contradict each other about the block.", "情報源の間に矛盾があります。", Policy),
        ["ACT_METHOD_EXCLUDED"] = ("Methodology {0} is excluded.", "方法論 {0} は除外されています。", List),
        ["ACT_SCOPE_EXCLUDED"] = ("Sectoral scope {0} is excluded.", "分野 {0} は除外されています。", List),
        ["ACT_SCALE_EXCLUDED"] = ("The capacity of {0} MW is above {1} MW for grid-connected renewable electricity.", "系統連系再エネ発電の容量 {0} MW が上限 {1} MW を超えています。", List),
        ["ACT_DATA_MISSING"] = ("Methodology, sectoral scope or capacity is not known.", "方法論、分野または容量が不明です。", List),
        ["DATE_FCP_UNKNOWN"] = ("The start of the first crediting period is not known.", "最初のクレジット期間の開始日が不明です。", Dates),
        ["DATE_FCP_BEFORE_2016"] = ("The first crediting period began on {0:yyyy-MM-dd}, before {1:yyyy-MM-dd}.", "最初のクレジット期間の開始日 {0:yyyy-MM-dd} が {1:yyyy-MM-dd} より前です。", Dates),
        ["DATE_MP_UNKNOWN"] = ("The days of the reductions are not known.", "削減の時期が不明です。", Dates),
        ["DATE_MP_BEFORE_WINDOW"] = ("The reductions ended on {0:yyyy-MM-dd}, before the window opens on {1:yyyy-MM-dd}.", "削減は {0:yyyy-MM-dd} に終了しており、対象期間の開始 {1:yyyy-MM-dd} より前です。", Dates),
        ["DATE_MP_AFTER_WINDOW"] = ("The reductions began on {0:yyyy-MM-dd}, after the window closes on {1:yyyy-MM-dd}.", "削減は {0:yyyy-MM-dd} に開始しており、対象期間の終了 {1:yyyy-MM-dd} より後です。", Dates),
        ["DATE_MP_STRADDLES"] = ("The reductions from {0:yyyy-MM-dd} to {1:yyyy-MM-dd} cross an edge of the window; the registry has to separate them.", "{0:yyyy-MM-dd} から {1:yyyy-MM-dd} までの削減が対象期間の境界をまたぎます。登録簿での分割が必要です。", Dates),
        ["LABEL_ABSENT"] = ("The programme has not labelled the units for this period.", "この期間の適格表示がありません。", List),
        ["LABEL_SCOPE_ONLY"] = ("The programme's label says in scope, not eligible.", "表示は「対象範囲」のみで「適格」ではありません。", List),
        ["LABEL_OTHER_PERIOD"] = ("The label is for another period.", "別の期間の表示のみです。", List),
        ["LABEL_UNSPECIFIED"] = ("The label does not say for which period.", "表示に期間が示されていません。", Policy),
        ["LABEL_CONFLICT"] = ("The programme's label contradicts another rule; the rule stands.", "制度の表示が他の規則と矛盾します。規則が優先します。", Policy),
        ["AUTH_MISSING"] = ("No authorization by the host country is at hand.", "ホスト国の承認が確認できません。", Attestation),
        ["AUTH_REFUSED"] = ("The host country declined to authorize, or is not a Party to the Paris Agreement.", "ホスト国が承認を拒否したか、パリ協定の締約国ではありません。", Attestation),
        ["AUTH_PURPOSE_NDC_ONLY"] = ("Authorization {0} covers use towards an NDC only.", "承認 {0} はNDCへの使用のみを対象としています。", Letter),
        ["AUTH_PURPOSE_OTHER_ONLY"] = ("Authorization {0} covers other purposes, not international mitigation purposes.", "承認 {0} は国際緩和目的ではなく他の目的を対象としています。", Letter),
        ["AUTH_SCHEME_EXCLUDES_CORSIA"] = ("Authorization {0} excludes CORSIA.", "承認 {0} はCORSIAを除外しています。", Letter),
        ["AUTH_SCOPE_MISMATCH"] = ("Authorization {0} does not cover the activity or the year.", "承認 {0} は当該活動または年を対象としていません。", Letter),
        ["AUTH_QTY_EXCEEDED"] = ("The cap of authorization {0} leaves room for {1} units only.", "承認 {0} の上限の残りは {1} 単位のみです。", Letter),
        ["AUTH_NOT_PUBLIC"] = ("Authorization {0} is not public, or its copy is not kept.", "承認 {0} が公表されていないか、写しが保存されていません。", Attestation),
        ["AUTH_FT_UNDEFINED"] = ("Authorization {0} does not say which event is the first transfer.", "承認 {0} に最初の移転の定義がありません。", Letter),
        ["AUTH_REVOKED_PRE_FT"] = ("Authorization {0} was revoked on {1:yyyy-MM-dd}, before first transfer.", "承認 {0} は最初の移転前の {1:yyyy-MM-dd} に撤回されました。", Letter),
        ["AUTH_REVOKED_POST_FT"] = ("Authorization {0} was revoked on {1:yyyy-MM-dd}, after first transfer.", "承認 {0} は最初の移転後の {1:yyyy-MM-dd} に撤回されました。", Letter),
        ["AUTH_ISSUER_UNRECOGNISED"] = ("It is not confirmed that authorization {0} comes from the Party's notified authority.", "承認 {0} の発行者が締約国の通知した当局か確認できません。", Attestation),
        ["CA_EVIDENCED"] = ("The host country reported the corresponding adjustment.", "ホスト国が相当調整を報告済みです。", Counted),
        ["CA_PENDING_COVERED"] = ("The corresponding adjustment is pending and covered by deed and insurance.", "相当調整は未了ですが、証書と保険で担保されています。", Programme),
        ["CA_PENDING_UNCOVERED"] = ("The corresponding adjustment is pending and not covered.", "相当調整が未了で、担保がありません。", Programme),
        ["CA_COVER_NOT_APPROVED"] = ("Insurer {0} is not accepted by the programme on this day.", "保険者 {0} はこの日において制度に承認されていません。", Programme),
        ["CA_COVER_EXPIRED"] = ("The policy of {0} does not cover this day.", "{0} の保険はこの日を対象としていません。", Programme),
        ["CA_COVER_SHORT"] = ("The policy covers {0} of {1} units.", "保険の対象は {1} 単位のうち {0} 単位です。", Programme),
        ["CA_DEED_UNSIGNED"] = ("The deed is not signed.", "証書が署名されていません。", Programme),
        ["CA_FAILED_DOUBLE_CLAIM"] = ("A double claim was established on {0:yyyy-MM-dd}.", "{0:yyyy-MM-dd} に二重主張が確認されました。", Counted),
        ["CA_FAILED_AFTER_USE"] = ("A double claim was established on {0:yyyy-MM-dd}, after a valid cancellation; the programme compensates.", "有効な取消し後の {0:yyyy-MM-dd} に二重主張が確認されました。補償は制度が行います。", Counted),
        ["REG_NOT_DESIGNATED"] = ("The units sit on {0}, not on the designated registry {1}.", "単位が指定登録簿 {1} ではなく {0} にあります。", List),
        ["REG_TOKENISED"] = ("The units are bridged to tokens, off the designated registry.", "単位がトークン化され、指定登録簿の外にあります。", List),
        ["REG_CANCELLED_OTHER"] = ("The units were cancelled for another purpose.", "他の目的で取り消されています。", Counted),
        ["REG_CONVERTED"] = ("The units were converted into units of another programme.", "他制度の単位に転換されています。", Counted),
        ["REG_INVALIDATED"] = ("The units were invalidated.", "単位は無効とされています。", Counted),
        ["REG_LOCKED"] = ("The units are on hold or reserved.", "単位が保留または予約されています。", Policy),
        ["USE_ALREADY_CANCELLED_CORSIA"] = ("The units are already cancelled for CORSIA.", "既にCORSIA目的で取り消されています。", Counted),
        ["USE_NDC_RETIRED"] = ("The units are used towards a country's NDC.", "国のNDCに使用されています。", Counted),
        ["REG_SERIAL_OVERLAP"] = ("Another live serial range overlaps.", "他の有効なシリアル範囲と重複しています。", Counted),
        ["DOUBLE_ISSUANCE_SUSPECTED"] = ("The same reductions seem to be issued elsewhere.", "同じ削減が他で発行されている可能性があります。", Counted),
        ["DATA_STALE"] = ("The registry was last looked at more than {0} hours ago, or never.", "登録簿の最終確認から {0} 時間を超えているか、未確認です。", Policy),
        ["OVL_EU_NOT_LISTED"] = ("It is not known whether the Union's implementing act lists the units.", "EU実施法令への掲載が確認できません。", "Directive 2003/87/EC, article 11a"),
        ["OVL_EU_HOST_NOT_PARTY"] = ("The host country is not a Party to the Paris Agreement.", "ホスト国がパリ協定の締約国ではありません。", "Directive 2003/87/EC, article 11a"),
    };

    /// <summary>Every code, in order of the catalogue.</summary>
    public static IReadOnlyCollection<string> Codes => Catalogue.Keys;

    internal static CorsiaReason NotEligible(string code, params object?[] values) => Reason(code, CorsiaVerdict.NotEligible, values);

    internal static CorsiaReason Conditional(string code, params object?[] values) => Reason(code, CorsiaVerdict.Conditional, values);

    internal static CorsiaReason Information(string code, params object?[] values) => Reason(code, CorsiaVerdict.Eligible, values);

    private static CorsiaReason Reason(string code, CorsiaVerdict effect, object?[] values)
    {
        var (english, japanese, basis) = Catalogue[code];
        return new CorsiaReason(code, effect, string.Format(CultureInfo.InvariantCulture, english, values), string.Format(CultureInfo.InvariantCulture, japanese, values), basis);
    }
}
