using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Rules 4001 to 4099: authorization, first transfer, use and cancellation.</summary>
public static class AuthorizationRules
{
    private const string Elements = "Decision 4/CMA.6, paragraph 5";
    private const string Changes = "Decision 4/CMA.6, paragraphs 7 to 9";
    private const string Policy = "Product policy";

    /// <summary>4001.</summary>
    public static RefusalRule NotParisEra { get; } = new(
        4001, "Serials {0} have vintage {1}; only mitigation of 2021 and later can be used as an ITMO.", "識別番号 {0} のビンテージは {1} です。ITMOとして使用できるのは2021年以降の緩和成果のみです。",
        "Decision 2/CMA.3 annex, paragraph 1(e)", "Use units of vintage 2021 or later; earlier JCM credits can only be cancelled.", "2021年以降のビンテージを使用してください。それ以前のJCMクレジットは取消しのみ可能です。");

    /// <summary>4002.</summary>
    public static RefusalRule AuthorizationExists { get; } = new(
        4002, "Authorization {0} is already recorded with other terms.", "承認 {0} は別の条件で既に記録されています。", Elements,
        "Give a changed authorization its own id, or revoke the earlier one first.", "変更された承認には別の番号を付けるか、先の承認を取り消してください。");

    /// <summary>4003.</summary>
    public static RefusalRule NotOwn { get; } = new(
        4003, "Authorization {0} is of {1}; this side records only authorizations of {2}.", "承認 {0} は {1} のものです。こちらで記録できるのは {2} の承認のみです。", Elements,
        "Wait for the partner's notice.", "相手国からの通知を待ってください。");

    /// <summary>4004.</summary>
    public static RefusalRule NoUse { get; } = new(
        4004, "Authorization {0} covers no use.", "承認 {0} に用途がありません。", "Decision 4/CMA.6, paragraph 5(e)",
        "Name at least one use.", "少なくとも一つの用途を指定してください。");

    /// <summary>4005.</summary>
    public static RefusalRule FirstTransferUndefined { get; } = new(
        4005, "Authorization {0} covers other international mitigation purposes but does not define first transfer.", "承認 {0} は他の国際的緩和目的を対象としていますが、最初の移転の定義がありません。",
        "Decision 2/CMA.3 annex, paragraph 2(b); decision 4/CMA.6, paragraph 5(d)", "Specify authorization, issuance, or use or cancellation.", "承認、発行、使用又は取消しのいずれかを指定してください。");

    /// <summary>4006.</summary>
    public static RefusalRule VintagesUnclear { get; } = new(
        4006, "Authorization {0} covers vintages {1} to {2}: they must be in order and start in 2021 or later.", "承認 {0} のビンテージ {1}～{2} は、2021年以降で開始年が終了年以前でなければなりません。",
        "Decision 4/CMA.6, paragraph 5(k); decision 2/CMA.3 annex, paragraph 1(e)", "Correct the vintages.", "ビンテージを訂正してください。");

    /// <summary>4007.</summary>
    public static RefusalRule AuthorizationUnknown { get; } = new(
        4007, "Authorization {0} of {1} is not recorded here.", "{1} の承認 {0} は記録されていません。", "Decision 4/CMA.6, paragraph 11",
        "Record the authorization, or wait for the partner's notice.", "承認を記録するか、相手国の通知を待ってください。");

    /// <summary>4008.</summary>
    public static RefusalRule NotActive { get; } = new(
        4008, "Authorization {0} allows no first transfer on {1}: it is dated {2}, expires {3}, revoked {4}.", "承認 {0} では {1} に最初の移転を行えません（承認日 {2}、期限 {3}、取消し {4}）。",
        "Decision 4/CMA.6, paragraphs 5(c), 7 and 11", "Use a date inside the authorization, or another authorization.", "承認の有効期間内の日付、又は別の承認を使用してください。");

    /// <summary>4009.</summary>
    public static RefusalRule NotCovered { get; } = new(
        4009, "Authorization {0} does not cover project {1}, vintage {2}.", "承認 {0} はプロジェクト {1}、ビンテージ {2} を対象としていません。", "Decision 4/CMA.6, paragraph 5(k) to (n)",
        "Use units inside its scope, or another authorization.", "対象範囲内のクレジット、又は別の承認を使用してください。");

    /// <summary>4010.</summary>
    public static RefusalRule UseNotCovered { get; } = new(
        4010, "Authorization {0} of {1} does not cover {2}.", "{1} の承認 {0} は {2} を対象としていません。", "Decision 4/CMA.6, paragraph 5(e)",
        "Use the units for a purpose it covers: {3}.", "対象とされた用途（{3}）に使用してください。");

    /// <summary>4011.</summary>
    public static RefusalRule PartyNotAuthorized { get; } = new(
        4011, "Authorization {0} does not name {1} as an authorized Party.", "承認 {0} は {1} を承認された締約国としていません。", "Decision 4/CMA.6, paragraph 5(b)",
        "Transfer to a Party it names.", "承認された締約国に移転してください。");

    /// <summary>4012.</summary>
    public static RefusalRule CapExceeded { get; } = new(
        4012, "Authorization {0} has room for {1} t, {2} t are asked for.", "承認 {0} の残りは {1} トンですが、{2} トンが求められています。", "Decision 4/CMA.6, paragraph 5(h)",
        "Ask for at most {1} t, or record an authorization with a larger quantity.", "{1} トン以下とするか、数量のより大きい承認を記録してください。");

    /// <summary>4013.</summary>
    public static RefusalRule BothPartiesNeeded { get; } = new(
        4013, "Use towards the NDC of {0} needs an authorization by {0} that covers project {1}, vintage {2}.", "{0} のNDCへの使用には、プロジェクト {1}、ビンテージ {2} を対象とする {0} の承認が必要です。",
        "Act on Promotion of Global Warming Countermeasures as amended 2024: retirement needs the authorization of both Parties", "Record this Party's authorization first.", "先に自国の承認を記録してください。");

    /// <summary>4014.</summary>
    public static RefusalRule NotFirstTransferred { get; } = new(
        4014, "Serials {0} have not been first transferred: for the NDC of the host they already count.", "識別番号 {0} は最初の移転が行われていません。ホスト国のNDCには既に算入されています。",
        "Decision 2/CMA.3 annex, paragraphs 1(b) and 8", "Only units acquired from another Party are used towards an NDC.", "NDCに使用できるのは他国から取得したクレジットのみです。");

    /// <summary>4015.</summary>
    public static RefusalRule YearOutsidePeriod { get; } = new(
        4015, "Year {0} is outside the NDC implementation period {1} in which vintage and use must fall.", "{0} 年は、ビンテージ及び使用年が入るべきNDC実施期間 {1} の外です。",
        "Decision 2/CMA.3 annex, paragraph 8(b)", "Name a year from {1}.", "{1} の年を指定してください。");

    /// <summary>4016.</summary>
    public static RefusalRule AlreadyRevoked { get; } = new(
        4016, "Authorization {0} was already revoked from {1}.", "承認 {0} は {1} から既に取り消されています。", "Decision 4/CMA.6, paragraph 8",
        "Nothing to do.", "対応は不要です。");

    /// <summary>4017.</summary>
    public static RefusalRule WrongAccountKind { get; } = new(
        4017, "Account {0} is of kind {1}; {2} is needed.", "口座 {0} の種別は {1} です。{2} が必要です。", "METI/MOE Ordinance No. 1 of 2025, article 2",
        "Name an account of kind {2}.", "種別が {2} の口座を指定してください。");

    /// <summary>4018.</summary>
    public static RefusalRule FirstTransferNeedsAuthorization { get; } = new(
        4018, "Serials {0} were never first transferred, so their transfer needs an authorization.", "識別番号 {0} は最初の移転前であり、移転には承認が必要です。",
        "Decision 4/CMA.6, paragraph 11", "Name the authorization they fall under.", "対象となる承認を指定してください。");

    /// <summary>4019.</summary>
    public static RefusalRule BeforeAuthorization { get; } = new(
        4019, "{0} is before {1}, the date of authorization {2}.", "{0} は承認 {2} の日付 {1} より前です。", "Decision 4/CMA.6, paragraph 11",
        "Use a date on or after the authorization.", "承認日以降の日付を指定してください。");

    /// <summary>4020.</summary>
    public static RefusalRule TextNeeded { get; } = new(
        4020, "Authorization {0}: {1} is missing or longer than {2} characters.", "承認 {0}：{1} が空であるか、{2} 文字を超えています。", Policy,
        "Correct the text.", "文言を訂正してください。");

    /// <summary>4022.</summary>
    public static RefusalRule VersionUnclear { get; } = new(
        4022, "Authorization {0} is changed to version {1}; the present version is {2}.", "承認 {0} を第 {1} 版に変更しようとしていますが、現在は第 {2} 版です。", Changes,
        "Number the new version one above the present one.", "新しい版の番号は、現在の版に1を加えたものにしてください。");

    /// <summary>4023.</summary>
    public static RefusalRule ConstantTerms { get; } = new(
        4023, "A change of authorization {0} cannot change its date, its cooperative approach or its definition of first transfer.", "承認 {0} の日付、協力的アプローチ、最初の移転の定義は変更できません。",
        "Decision 4/CMA.6, paragraph 15", "Record a new authorization under its own id.", "新しい番号で承認を記録してください。");

    /// <summary>4024.</summary>
    public static RefusalRule ChangedEarlier { get; } = new(
        4024, "Authorization {0} would change on {1}, before {2}, from which its present version holds.", "承認 {0} の変更日 {1} は、現在の版の適用開始日 {2} より前です。", Changes,
        "Use a date on or after it.", "その日以降の日付を指定してください。");

    /// <summary>4025.</summary>
    public static RefusalRule CapTooLow { get; } = new(
        4025, "Authorization {0} would be capped at {1} t; {2} t were first transferred or are set aside for open transfers.", "承認 {0} の上限を {1} トンに変更しようとしていますが、{2} トンが既に最初の移転済み又は移転のため留保中です。", Changes,
        "Keep the cap at {2} t or more, or withdraw open transfers first.", "上限を {2} トン以上とするか、未了の移転を先に撤回してください。");

    /// <summary>4026.</summary>
    public static RefusalRule NoFirstTransferByTransfer { get; } = new(
        4026, "A transfer to another Party is no first transfer of serials {0} under authorization {1}, which covers no use towards an NDC.", "承認 {1} はNDCへの使用を対象としていないため、識別番号 {0} の他国への移転は最初の移転になりません。",
        "Decision 2/CMA.3 annex, paragraph 2(a) and (b)", "Cancel them here for the purpose it covers, or name an authorization that covers use towards an NDC.", "対象の目的でこの登録簿で取り消すか、NDCへの使用を対象とする承認を指定してください。");

    /// <summary>4027.</summary>
    public static RefusalRule IssuedBeforeAuthorization { get; } = new(
        4027, "Serials {0} were issued on {1}; authorization {2}, which defines issuance as first transfer, covers them from {3} on.", "識別番号 {0} は {1} に発行されましたが、発行を最初の移転と定める承認 {2} の対象となるのは {3} からです。",
        "Decision 4/CMA.6, paragraph 11; decision 2/CMA.3 annex, paragraph 2(b)", "Name an authorization with another definition of first transfer.", "最初の移転の定義が異なる承認を指定してください。");

    /// <summary>4028.</summary>
    public static RefusalRule IssueDayUnknown { get; } = new(
        4028, "The day serials {0} were issued is not known, so authorization {1} does not say when they were first transferred.", "識別番号 {0} の発行日が不明なため、承認 {1} による最初の移転日を決定できません。",
        "Decision 2/CMA.3 annex, paragraph 2(b)", "Name an authorization with another definition of first transfer.", "最初の移転の定義が異なる承認を指定してください。");

    /// <summary>4029.</summary>
    public static RefusalRule CutOffPassed { get; } = new(
        4029, "{0} is after {1}, the last day on which serials {2} could be first transferred for other international mitigation purposes.", "{0} は、識別番号 {2} を他の国際的緩和目的で最初に移転できる最終日 {1} の後です。",
        "Decision 4/CMA.6, paragraph 14; the Party's choice in the configuration", "Use units of a later NDC period, or cancel these for no claim.", "後のNDC期間のクレジットを使用するか、主張を伴わない取消しとしてください。");

    /// <summary>4030.</summary>
    public static RefusalRule NoEventYet { get; } = new(
        4030, "Nothing that authorization {0} counts as first transfer has happened to serials {1} (definition: {2}).", "承認 {0} が最初の移転とする事象は、識別番号 {1} にまだ生じていません（定義：{2}）。",
        "Decision 2/CMA.3 annex, paragraph 2; decision 4/CMA.6, paragraphs 12 to 17", "Transfer, use or cancel them under it: that is then the first transfer.", "この承認の下で移転、使用又は取消しを行ってください。それが最初の移転となります。");

    /// <summary>4031.</summary>
    public static RefusalRule AlreadyFirstTransferred { get; } = new(
        4031, "Serials {0} were first transferred on {1}; it happens once.", "識別番号 {0} は {1} に最初の移転が行われています。最初の移転は一度限りです。",
        "Decision 2/CMA.3 annex, paragraph 2", "Leave them out.", "対象から除いてください。");

    /// <summary>4032.</summary>
    public static RefusalRule TriggerNotUnderstood { get; } = new(
        4032, "Serials {0} were first transferred by {1}; the node of {2} has not announced that it reads this.", "識別番号 {0} は {1} により最初に移転されましたが、{2} のノードはこれに対応していません。",
        "Partner protocol, section 10", "Ask the partner to upgrade its node.", "相手国にノードの更新を依頼してください。");

    /// <summary>4033.</summary>
    public static RefusalRule EntityNotAuthorized { get; } = new(
        4033, "Authorization {0} of {1} does not name {2} among its entities: {3}.", "{1} の承認 {0} は {2} を承認された事業者（{3}）に含んでいません。", "Decision 4/CMA.6, paragraph 5(b)",
        "Name an entity it authorizes, or have the authorization changed before first transfer.", "承認された事業者を指定するか、最初の移転前に承認を変更してください。");

    /// <summary>4034.</summary>
    public static RefusalRule OtherTrackingRegistry { get; } = new(
        4034, "Authorization {0} is tracked in registry {1}; this registry is {2}.", "承認 {0} の追跡登録簿は {1} ですが、この登録簿は {2} です。", "Decision 4/CMA.6, paragraph 5(i)",
        "Record it in the registry it names, or correct the registry.", "記載された登録簿に記録するか、登録簿を訂正してください。");

    /// <summary>4035.</summary>
    public static RefusalRule ActivityNotCovered { get; } = new(
        4035, "Authorization {0} covers {1}; project {2} is registered as {3}.", "承認 {0} の対象は {1} ですが、プロジェクト {2} の登録は {3} です。", "Decision 4/CMA.6, paragraph 5(m) and (n)",
        "Use units of a project inside its sectors and activity types, or another authorization.", "対象の分野・活動のプロジェクトのクレジット、又は別の承認を使用してください。");

    /// <summary>4021.</summary>
    public static RefusalRule BeforeFirstTransfer { get; } = new(
        4021, "{0} is before {1}, the first transfer of serials {2}.", "{0} は識別番号 {2} の最初の移転日 {1} より前です。", "Decision 2/CMA.3 annex, paragraph 2",
        "Use a date on or after the first transfer.", "最初の移転日以降の日付を指定してください。");
}
