using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Transfers;

/// <summary>Rules 3001 to 3099: transfers between the two registries.</summary>
public static class TransferRules
{
    private const string Protocol = "Decision 6/CMA.4 annex I, paragraphs 9 and 10: transfer data between registries, non-repudiation";
    private const string Approval = "JCM practice with Thailand, 2025: partner issues, partner approves the international transfer, Japan records it";
    private const string Deciding = "Protocol: the transferring side alone decides after the proposal";
    private const string OneAccount = "JCM common specifications of the registry: each unit is in exactly one account of one registry";

    /// <summary>3001.</summary>
    public static RefusalRule TransferExists { get; } = new(
        3001, "Transfer {0} exists already.", "移転 {0} は既に存在します。", Protocol, "Use a new id for a new transfer.", "新しい移転には新しい番号を使用してください。");

    /// <summary>3002.</summary>
    public static RefusalRule DeadlineUnclear { get; } = new(
        3002, "The deadline {0:yyyy-MM-ddTHH:mm:ssZ} is not after now and within {1}.", "期限 {0:yyyy-MM-ddTHH:mm:ssZ} は、現在より後かつ {1} 以内でなければなりません。", Protocol,
        "Choose a deadline in that time.", "その範囲内の期限を指定してください。");

    /// <summary>3003.</summary>
    public static RefusalRule CountUnclear { get; } = new(
        3003, "{0} {1}: 1 to {2} are allowed.", "{1} の数が {0} です。1～{2} が必要です。", Protocol, "Divide or complete it.", "分割するか補ってください。");

    /// <summary>3004.</summary>
    public static RefusalRule SeveralAccounts { get; } = new(
        3004, "The units are in accounts {0} and {1}; one transfer leaves one account.", "クレジットが口座 {0} と {1} に分かれています。一つの移転は一つの口座から行います。", Protocol,
        "Make one transfer per account, or move the units into one account first.", "口座ごとに移転を行うか、先に一つの口座に振替してください。");

    /// <summary>3005.</summary>
    public static RefusalRule TransferUnknown { get; } = new(
        3005, "Transfer {0} is not known here.", "移転 {0} は記録されていません。", Protocol, "Check the id.", "番号を確認してください。");

    /// <summary>3006.</summary>
    public static RefusalRule WrongRole { get; } = new(
        3006, "Transfer {0}: this is an act of the {1} side.", "移転 {0}：これは {1} 側の手続です。", Deciding, "Leave it to the other side.", "相手側に任せてください。");

    /// <summary>3007.</summary>
    public static RefusalRule NotOpen { get; } = new(
        3007, "Transfer {0} is {1}.", "移転 {0} の状態は {1} です。", Deciding, "Nothing to do; a final state never changes.", "対応は不要です。確定した状態は変わりません。");

    /// <summary>3008.</summary>
    public static RefusalRule DeadlinePassed { get; } = new(
        3008, "The deadline of transfer {0} passed at {1:yyyy-MM-ddTHH:mm:ssZ}.", "移転 {0} の期限 {1:yyyy-MM-ddTHH:mm:ssZ} は過ぎています。", Deciding,
        "Ask the other side for a new proposal.", "相手側に新たな提案を依頼してください。");

    /// <summary>3009.</summary>
    public static RefusalRule DeadlineNotPassed { get; } = new(
        3009, "The deadline of transfer {0} is {1:yyyy-MM-ddTHH:mm:ssZ} and has not passed.", "移転 {0} の期限は {1:yyyy-MM-ddTHH:mm:ssZ} で、まだ過ぎていません。", Deciding,
        "Wait, or withdraw the transfer.", "待つか、移転を撤回してください。");

    /// <summary>3010.</summary>
    public static RefusalRule NotApproved { get; } = new(
        3010, "{0} has not approved the transfer of decision {1}, line {2}.", "決定 {1}、項目 {2} の移転は {0} によりまだ承認されていません。", Approval,
        "Wait for the approval of {0}; the acquisition can be recorded as soon as it arrives.", "{0} の承認を待ってください。承認が届けば取得を記録できます。");

    /// <summary>3011.</summary>
    public static RefusalRule NoApprovalPattern { get; } = new(
        3011, "Under decision {0} each side issues its own leg; there is no transfer to approve.", "決定 {0} では各側が自らの分を発行するため、承認すべき移転はありません。", Approval,
        "Issue this side's leg.", "自国分を発行してください。");

    /// <summary>3012.</summary>
    public static RefusalRule NotIssued { get; } = new(
        3012, "No units of decision {0}, line {1}, are issued here for {2}.", "決定 {0}、項目 {1} の {2} 分のクレジットは発行されていません。", Approval,
        "Issue the line first.", "先に発行してください。");

    /// <summary>3013.</summary>
    public static RefusalRule AlreadyApproved { get; } = new(
        3013, "The transfer of decision {0}, line {1}, was approved already as transfer {2}.", "決定 {0}、項目 {1} の移転は {2} として既に承認されています。", Approval,
        "Nothing to do; a refused or cancelled approval can be given anew.", "対応は不要です。拒否又は取消しとなった承認は改めて行えます。");

    /// <summary>3014.</summary>
    public static RefusalRule LiveHere { get; } = new(
        3014, "Serials {0} are already in the registry of {1}.", "識別番号 {0} は既に {1} の登録簿にあります。", OneAccount,
        "Reconcile the two registries before anything moves.", "移転の前に両登録簿を照合してください。");

    /// <summary>3015.</summary>
    public static RefusalRule AccountNeeded { get; } = new(
        3015, "Transfer {0} names no acquiring account.", "移転 {0} に取得口座の指定がありません。", Protocol, "Name the account that receives the units.", "取得口座を指定してください。");

    /// <summary>3016.</summary>
    public static RefusalRule AccountFixed { get; } = new(
        3016, "Transfer {0} is for account {1}, not {2}.", "移転 {0} の取得口座は {1} であり、{2} ではありません。", Protocol,
        "Accept into {1}, or refuse and ask for another proposal.", "{1} で受け入れるか、拒否して新たな提案を依頼してください。");

    /// <summary>3017.</summary>
    public static RefusalRule NoTransferBefore2021 { get; } = new(
        3017, "Serials {0} have vintage {1}; JCM credits of years before 2021 do not move between registries.", "識別番号 {0} のビンテージは {1} です。2021年より前のJCMクレジットは登録簿間で移転しません。",
        "JCM common specifications of the registry, definition of transfer: inside one registry", "Move them inside this registry.", "登録簿内で振替してください。");

    /// <summary>3018.</summary>
    public static RefusalRule DateBeforeOffer { get; } = new(
        3018, "{0} is before {1}, the day transfer {2} was approved or proposed.", "{0} は移転 {2} の承認又は提案の日 {1} より前です。", Approval,
        "Use a date on or after it.", "その日以降の日付を指定してください。");

    /// <summary>3019.</summary>
    public static RefusalRule OfferUnclear { get; } = new(
        3019, "The offer of transfer {0} is not sound: {1}.", "移転 {0} の提案に不備があります：{1}。", Protocol, "Correct it and propose again under a new id.", "訂正し、新しい番号で再提案してください。");

    /// <summary>3020.</summary>
    public static RefusalRule ByAdministrator { get; } = new(
        3020, "The registry administrator refused: {0}", "登録簿管理者が拒否しました：{0}", Deciding, "Settle the reason and propose again.", "理由を解消した上で再提案してください。");

    /// <summary>3021.</summary>
    public static RefusalRule CompletedUnaccepted { get; } = new(
        3021, "Transfer {0} was completed by the partner while it is {1} here.", "移転 {0} は、こちらで {1} の状態のまま相手側で完了とされました。", Deciding,
        "Reconcile the two registries: nothing was recorded.", "両登録簿を照合してください。何も記録されていません。");

    /// <summary>3022.</summary>
    public static RefusalRule CancelledCompleted { get; } = new(
        3022, "Transfer {0} was cancelled by the partner after it completed it.", "移転 {0} は相手側で完了後に取り消されました。", Deciding,
        "Reconcile the two registries: the completion stands.", "両登録簿を照合してください。完了は有効です。");

    /// <summary>3023.</summary>
    public static RefusalRule AnswerContradicts { get; } = new(
        3023, "Transfer {0}: the partner sent {1} while it is {2} here.", "移転 {0}：こちらでは {2} ですが、相手側から {1} が届きました。", Deciding,
        "Ask the partner for its state of the transfer.", "相手側に移転の状態を確認してください。");

    /// <summary>3024.</summary>
    public static RefusalRule CompletionDiffers { get; } = new(
        3024, "The completion of transfer {0} differs from what was accepted: {1}.", "移転 {0} の完了内容が受諾した内容と異なります：{1}。", Deciding,
        "Reconcile the two registries: nothing was recorded.", "両登録簿を照合してください。何も記録されていません。");

    /// <summary>3025.</summary>
    public static RefusalRule OfferChanged { get; } = new(
        3025, "Transfer {0} was offered again with other content.", "移転 {0} が異なる内容で再度提案されました。", Protocol, "Use a new id for another offer.", "別の提案には新しい番号を使用してください。");

    /// <summary>3026.</summary>
    public static RefusalRule ApprovalMismatch { get; } = new(
        3026, "The approval of decision {0}, line {1}, is for {2} t; {3} was notified {4} t.", "決定 {0}、項目 {1} の承認量は {2} トンですが、{3} への通知量は {4} トンです。", Approval,
        "Compare the decision on both sides, then approve the notified quantity.", "両側の決定を照合し、通知された量を承認してください。");

    /// <summary>3027.</summary>
    public static RefusalRule ReasonNeeded { get; } = new(
        3027, "A refusal needs a reason of 1 to {0} characters.", "拒否には1～{0}文字の理由が必要です。", Protocol, "Say why in one sentence.", "理由を一文で記入してください。");

    /// <summary>3028.</summary>
    public static RefusalRule EndedThere { get; } = new(
        3028, "Serials {0} were notified by {1} as used or cancelled.", "識別番号 {0} は {1} により使用又は取消しとして通知されています。", OneAccount,
        "Ask {1} which of the two is right: nothing leaves a terminal account.", "どちらが正しいか {1} に確認してください。無効化口座及び取消口座からは何も出せません。");
}
