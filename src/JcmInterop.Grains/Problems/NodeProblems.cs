using System.Globalization;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Faults;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Grains.Problems;

/// <summary>The troubles a node tells of, by number. Numbers are stable for ever.</summary>
public static class NodeProblems
{
    /// <summary>The store cannot take the step; nothing of it was kept.</summary>
    public const int StoreUnavailable = 8001;

    /// <summary>An invariant broke; the registry is stopped until a person has looked.</summary>
    public const int RegistryStopped = 8002;

    /// <summary>The clocks of the two nodes differ by more than the protocol allows.</summary>
    public const int ClocksDiffer = 8003;

    /// <summary>More requests are waiting than the registry takes.</summary>
    public const int RegistryBusy = 8004;

    /// <summary>The registry is being taken over by another writer, or the node is stopping.</summary>
    public const int RegistryMoving = 8005;

    /// <summary>The idempotency key was used for another request.</summary>
    public const int KeyReused = 8006;

    /// <summary>The partner refused a message; delivery waits for a person.</summary>
    public const int MessageRefused = 8007;

    /// <summary>The request is not a command.</summary>
    public const int MalformedCommand = 8008;

    /// <summary>The idempotency key is missing or too long.</summary>
    public const int KeyMissing = 8009;

    /// <summary>Only an administrator may do this.</summary>
    public const int AdministratorNeeded = 8010;

    /// <summary>This node does not have the private part of a key.</summary>
    public const int PrivateKeyMissing = 8011;

    /// <summary>A key is not what it says.</summary>
    public const int UnreadableKey = 8012;

    /// <summary>This node's store is older than what the partner holds of it.</summary>
    public const int StoreRestored = 8013;

    /// <summary>The partner's store is older than what this node holds of it.</summary>
    public const int PartnerRestored = 8014;

    /// <summary>The configuration does not say how the Party accounts for an NDC period.</summary>
    public const int NdcMissing = 8015;

    /// <summary>Supposed records cannot be read.</summary>
    public const int UnreadableSupposition = 8016;

    private const string Policy = "JcmInterop operating policy";

    /// <summary>The trouble a store is in.</summary>
    public static Problem Of(StoreUnavailableException error) => new(
        StoreUnavailable,
        $"{error.Trouble.English} ({error.Trouble.Place}); nothing of this request was kept.",
        $"{error.Trouble.Japanese}この要求は記録されていません。",
        Policy,
        error.Trouble.RemedyEnglish,
        error.Trouble.RemedyJapanese,
        error.Trouble.Place);

    internal static Problem Of(WireFault fault) => new(
        fault.Rule,
        fault.English,
        fault.Japanese,
        fault.Citation,
        fault.RemedyEnglish,
        fault.RemedyJapanese,
        fault.Place,
        fault.ExpectedSequence,
        fault.IsAlarm);

    /// <summary>No statement for an NDC period and metric.</summary>
    /// <param name="asked">What was asked for, for example <c>JPN 2021-2030</c>.</param>
    /// <param name="metric">The metric; empty where any would do.</param>
    public static Problem NdcUnstated(string asked, string metric) => new(
        NdcMissing,
        $"The configuration of this node does not state how {asked}{(metric.Length > 0 ? $" in {metric}" : "")} is accounted for.",
        $"このノードの設定には、{asked}{(metric.Length > 0 ? $" ({metric})" : "")} の算定方法が記載されていません。",
        "Decision 2/CMA.3 annex, paragraphs 7 and 18(c)",
        "Add the NDC period with its method, basis and metric to 'ndcs' in the configuration, as the Party's initial report states them, and start the node again.",
        "締約国の初期報告書の記載に従い、NDC期間、方法、対象、指標を設定の 'ndcs' に追加してノードを再起動してください。",
        "ndcs");

    /// <summary>Supposed records cannot be read.</summary>
    internal static Problem SupposedUnreadable(string place, string english, string japanese) => new(
        UnreadableSupposition,
        $"The supposed records cannot be read: {english}",
        $"仮定の記録を読み取れません: {japanese}",
        "Form of supposed records in docs/adjustments.md",
        "Correct the place named and ask again; nothing is ever recorded by the question.",
        "示された箇所を修正して再度実行してください。この操作で記録が変わることはありません。",
        place);

    internal static Problem Stopped(BilateralRegistryId registry, string what) => new(
        RegistryStopped,
        $"The bilateral registry {registry} is stopped because an invariant of its ledger broke: {what}",
        $"台帳の不変条件が破れたため、二国間登録簿 {registry} を停止しました: {what}",
        Policy,
        "Keep the store as it is, run the file check, and start the node again once the cause is known; everything is kept.",
        "保存ファイルをそのまま保管し、ファイル検査を実行して、原因が分かってからノードを再起動してください。記録はすべて保持されています。",
        IsAlarm: true);

    internal static Problem Clocks(PartyCode partner, TimeSpan ahead, TimeSpan tolerance)
    {
        var minutes = Math.Abs(ahead.TotalMinutes).ToString("0.0", CultureInfo.InvariantCulture);
        var (english, japanese) = ahead > TimeSpan.Zero ? ("ahead of", "進んで") : ("behind", "遅れて");
        return new Problem(
            ClocksDiffer,
            $"The clock of {partner}'s node is {minutes} minutes {english} the clock of this node; at most {tolerance.TotalMinutes:0} minutes are allowed, so nothing is sent.",
            $"{partner} のノードの時計が、このノードの時計より {minutes} 分{japanese}います。許容差は {tolerance.TotalMinutes:0} 分のため、送信を停止しています。",
            "Partner protocol, sections 5 and 9",
            "Compare both nodes with a time server (NTP) and correct the clock that is wrong; sending resumes by itself.",
            "両ノードの時計を時刻サーバー (NTP) と照合し、誤っている方を修正してください。送信は自動的に再開します。");
    }

    internal static Problem Busy(BilateralRegistryId registry, int waitingMax) => new(
        RegistryBusy,
        $"The bilateral registry {registry} has {waitingMax} requests waiting and takes no more for the moment.",
        $"二国間登録簿 {registry} は {waitingMax} 件の要求が待機中のため、現在受け付けられません。",
        Policy,
        "Send the same request again, with the same idempotency key, in a few seconds.",
        "同じ冪等キーで、数秒後に同じ要求を再送してください。");

    /// <summary>The registry cannot be loaded at the moment.</summary>
    public static Problem NotLoaded(BilateralRegistryId registry) => Moving(registry);

    internal static Problem Moving(BilateralRegistryId registry) => new(
        RegistryMoving,
        $"The bilateral registry {registry} is being loaded again or the node is stopping; nothing of this request was kept.",
        $"二国間登録簿 {registry} を再読込中、またはノードが停止中です。この要求は記録されていません。",
        Policy,
        "Send the same request again, with the same idempotency key.",
        "同じ冪等キーで同じ要求を再送してください。");

    internal static Problem Reused(string key) => new(
        KeyReused,
        $"The idempotency key '{key}' was used before for a different request.",
        $"冪等キー '{key}' は、すでに別の要求に使用されています。",
        Policy,
        "Use a new idempotency key for a new request; repeat a request with exactly the same body.",
        "新しい要求には新しい冪等キーを使用し、再送時は本文を変更しないでください。");

    internal static Problem Refused(PartyCode partner, long sequence, string answer) => new(
        MessageRefused,
        $"{partner}'s node refused message {sequence}: {answer}",
        $"{partner} のノードがメッセージ {sequence} を拒否しました: {answer}",
        "Partner protocol, sections 2 and 5",
        "Settle the cause with the partner, then ask for delivery again; the message and all after it are kept.",
        "相手国と原因を解消した後、再送を指示してください。このメッセージ以降はすべて保持されています。",
        IsAlarm: true);

    internal static Problem Malformed(JsonFault fault) => new(
        MalformedCommand,
        $"The command cannot be read: {fault.Sentence}",
        $"命令を読み取れません: {fault.Sentence}",
        "Schemas of the operator interface",
        "Correct the place named and send the request again.",
        "示された箇所を修正して再送してください。",
        $"{fault.Pointer} line {fault.Line} column {fault.Column}".TrimStart());

    internal static Problem OwnRestored(PartyCode partner, long sentHere, long receivedThere, bool isForked) => new(
        StoreRestored,
        isForked
            ? $"{partner}'s node holds other messages of this node than this node has, up to number {receivedThere}: this store was restored from an old backup, and has sent since."
            : $"{partner}'s node holds messages of this node up to number {receivedThere}, this node only up to {sentHere}: this store was restored from an old backup.",
        isForked
            ? $"{partner} のノードが保持する当方のメッセージ(番号 {receivedThere} まで)が、こちらの記録と異なります。古いバックアップから復元した後に送信が行われています。"
            : $"{partner} のノードは当方のメッセージを番号 {receivedThere} まで保持していますが、こちらには {sentHere} までしかありません。古いバックアップから復元されています。",
        "Partner protocol, section 15",
        isForked
            ? "Restore the backup once more, start the node while the partner can be reached, and bring the lost messages back: jcm recovery."
            : "Ask the partner's administrator for a recovery file and bring the lost messages back: jcm recovery. Until then nothing is sent or taken.",
        isForked
            ? "バックアップをもう一度復元し、相手に接続できる状態で起動してから、jcm recovery で失われたメッセージを取り戻してください。"
            : "相手国の管理者に復旧ファイルを依頼し、jcm recovery で失われたメッセージを取り戻してください。それまで送受信は停止します。",
        IsAlarm: true);

    internal static Problem PartnerWasRestored(PartyCode partner, long sentThere, long receivedHere) => new(
        PartnerRestored,
        $"{partner}'s node knows its own messages only up to number {sentThere}, but this node holds them up to {receivedHere} or beyond: its store was restored from an old backup.",
        $"{partner} のノードは自身のメッセージを番号 {sentThere} までしか保持していませんが、こちらには {receivedHere} 以降まであります。相手側は古いバックアップから復元されています。",
        "Partner protocol, section 15",
        "Write a recovery file for the partner's administrator: jcm recovery export. Delivery goes on by itself once its node has its messages back.",
        "jcm recovery export で相手国の管理者に復旧ファイルを渡してください。相手側の復旧後、送信は自動的に再開します。",
        IsAlarm: true);

    internal static Problem NeedsAdministrator(string role) => new(
        AdministratorNeeded,
        $"The role {role} may not change which keys are trusted.",
        $"役割 {role} には信頼する鍵を変更する権限がありません。",
        Policy,
        "Ask an administrator of this node.",
        "このノードの管理者に依頼してください。");

    internal static Problem NoPrivateKey(string keyId) => new(
        PrivateKeyMissing,
        $"This node has no private key {keyId} with this public part.",
        $"このノードには、この公開鍵に対応する秘密鍵 {keyId} がありません。",
        Policy,
        "Let the node make the key: jcm keys rotate.",
        "jcm keys rotate でノードに鍵を作成させてください。",
        "/keyId");

    internal static Problem KeyUnreadable(string keyId, string why) => new(
        UnreadableKey,
        $"The key {keyId} cannot be pinned: {why}",
        $"鍵 {keyId} を登録できません: {why}",
        Policy,
        "Use the key id and the public key exactly as the partner's node shows them.",
        "相手のノードが示す鍵の識別子と公開鍵をそのまま使用してください。",
        "/publicKey");

    internal static Problem KeyUnclear(int length, int lengthMax) => new(
        KeyMissing,
        $"The idempotency key has {length} characters; 1 to {lengthMax} are needed.",
        $"冪等キーの長さが {length} 文字です。1 文字以上 {lengthMax} 文字以下が必要です。",
        Policy,
        "Give every new request a key of its own in the header Idempotency-Key, for example a UUID.",
        "新しい要求ごとに、固有のキー (UUID など) を Idempotency-Key ヘッダーに指定してください。",
        "Idempotency-Key");
}
