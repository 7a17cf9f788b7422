using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Partners;

/// <summary>Rules 5001 to 5099: what the two nodes tell each other, and their keys.</summary>
public static class PartnerRules
{
    private const string Announcing = "Partner protocol, sections 7.1 and 10";
    private const string Keys = "Partner protocol, section 11";

    /// <summary>5001.</summary>
    public static RefusalRule TypeUnknownThere { get; } = new(
        5001, "The node of {0} has not announced the message type {1}.", "{0} のノードはメッセージ種別 {1} への対応を通知していません。", Announcing,
        "Settle the matter with {0} on another way, or ask again once its node has announced the type.", "別の方法で {0} と調整するか、対応が通知された後に再度実行してください。");

    /// <summary>5002.</summary>
    public static RefusalRule HelloUnclear { get; } = new(
        5002, "The hello has {0} that is empty or beyond {1}.", "hello の {0} が空であるか、上限 {1} を超えています。", Announcing, "Correct it and say hello again.", "訂正して再度送信してください。");

    /// <summary>5003.</summary>
    public static RefusalRule NoCommonVersion { get; } = new(
        5003, "The partner speaks the protocol versions {0}, this node {1}: there is none in common.", "相手のノードの対応版は {0}、こちらは {1} であり、共通の版がありません。", Announcing,
        "Bring one of the two nodes to a version that both speak.", "いずれかのノードを共通の版に更新してください。");

    /// <summary>5004.</summary>
    public static RefusalRule KeyUnclear { get; } = new(
        5004, "The key {0} cannot be used: {1}.", "鍵 {0} は使用できません：{1}。", Keys, "Correct it and try again.", "訂正して再度実行してください。");

    /// <summary>5005.</summary>
    public static RefusalRule KeyKnown { get; } = new(
        5005, "The key {0} is known already, with other dates.", "鍵 {0} は別の期間で既に登録されています。", Keys, "Use a new key; a key is introduced once.", "新しい鍵を使用してください。鍵の導入は一度だけです。");

    /// <summary>5006.</summary>
    public static RefusalRule TooManyKeys { get; } = new(
        5006, "{0} has {1} keys that are valid now or later.", "{0} の有効な鍵は既に {1} 個あります。", Keys, "Withdraw a key that is no longer needed first.", "不要な鍵を先に取り下げてください。");

    /// <summary>5007.</summary>
    public static RefusalRule KeyNotThere { get; } = new(
        5007, "The key {0} is not a known key of {1}.", "鍵 {0} は {1} の鍵として登録されていません。", Keys, "Compare the key id with the list of keys.", "鍵の一覧で識別子を確認してください。");

    /// <summary>5008.</summary>
    public static RefusalRule KeyEndedBefore { get; } = new(
        5008, "The key {0} ends at {1:yyyy-MM-ddTHH:mm:ssZ} already.", "鍵 {0} は既に {1:yyyy-MM-ddTHH:mm:ssZ} で終了することになっています。", Keys, "Nothing to do; an end is only ever made earlier.", "対応は不要です。終了時刻は早めることだけができます。");

    /// <summary>5009.</summary>
    public static RefusalRule LastKey { get; } = new(
        5009, "The key {0} is the last key of {1} that is trusted.", "鍵 {0} は {1} の信頼されている最後の鍵です。", Keys,
        "Introduce another key first, and wait until the other side trusts it.", "先に別の鍵を導入し、相手側に信頼されるまで待ってください。");

    /// <summary>5010.</summary>
    public static RefusalRule QueryUnclear { get; } = new(
        5010, "The question is for {0} transfers; 1 to {1} are allowed, or none where the heads are asked for.", "照会の対象は {0} 件です。1～{1} 件、又は先頭の照会のみが可能です。", Announcing,
        "Ask for fewer transfers at a time.", "件数を減らして照会してください。");
}
