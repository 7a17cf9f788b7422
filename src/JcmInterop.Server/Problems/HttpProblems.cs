using JcmInterop.Grains.Problems;

namespace JcmInterop.Server.Problems;

/// <summary>Problems of the HTTP interfaces themselves, by number. Numbers are stable for ever.</summary>
internal static class HttpProblems
{
    private const string Operator = "Operator interface";
    private const string Protocol = "Partner protocol, section 2";

    public static Problem UnknownRegistry(string registry) => new(
        8101,
        $"This node has no bilateral registry '{registry}'.",
        $"このノードには二国間登録簿 '{registry}' がありません。",
        Operator,
        "Use the id of a registry of this node, for example JPN-THA.",
        "このノードの登録簿 ID (例: JPN-THA) を指定してください。");

    public static Problem NotFound(string what) => new(
        8102, $"There is no {what}.", $"{what} は存在しません。", Operator, "Check the id.", "ID を確認してください。");

    public static Problem TooLarge(long bytesMax) => new(
        8103,
        $"The body is larger than {bytesMax} bytes.",
        $"本文が {bytesMax} バイトを超えています。",
        Protocol,
        "Send it in smaller parts.",
        "分割して送信してください。");

    public static Problem WrongMediaType(string? actual, string expected) => new(
        8104,
        $"The content type is '{actual}'; '{expected}' is needed.",
        $"Content-Type が '{actual}' です。'{expected}' が必要です。",
        Protocol,
        $"Send the body with the content type {expected}.",
        $"Content-Type に {expected} を指定してください。");

    public static Problem Busy { get; } = new(
        8105,
        "More requests are waiting than this node takes.",
        "待機中の要求が上限に達しています。",
        "Limits of the node",
        "Send the same request again in a few seconds.",
        "数秒後に同じ要求を再送してください。");

    public static Problem NoToken { get; } = new(
        8106,
        "The request has no valid bearer token.",
        "有効なベアラートークンがありません。",
        Operator,
        "Send the header Authorization: Bearer with a token of this node; the first ones are in its data directory.",
        "Authorization: Bearer ヘッダーにこのノードのトークンを指定してください。最初のトークンはデータディレクトリにあります。");

    public static Problem WrongRole(string role) => new(
        8107,
        $"The role {role} may not do this.",
        $"役割 {role} にはこの操作の権限がありません。",
        Operator,
        "Use the token of a person whose role allows it.",
        "権限のある担当者のトークンを使用してください。");

    public static Problem BadParameter(string name, string value, string expected) => new(
        8108,
        $"The parameter '{name}' is '{value}'; {expected} is needed.",
        $"パラメーター '{name}' の値 '{value}' が正しくありません ({expected})。",
        Operator,
        "Correct the parameter.",
        "パラメーターを修正してください。",
        name);

    public static Problem NotThere { get; } = new(
        8109,
        "There is nothing at this address.",
        "このアドレスには何もありません。",
        Operator,
        "See the description of the interfaces for the addresses there are.",
        "利用可能なアドレスはインターフェースの説明を参照してください。");

    public static Problem BodyTooSlow { get; } = new(
        8110,
        "The body did not arrive whole or not in time.",
        "本文が完全に、または時間内に届きませんでした。",
        Protocol,
        "Send the request again.",
        "要求を再送してください。");

    public static Problem HeadsUnknown(string partner) => new(
        8112,
        $"{partner}'s node does not tell how far its messages have come, so what it lost is not known.",
        $"{partner} のノードからメッセージの到達状況が得られないため、失われた範囲が分かりません。",
        "Partner protocol, section 15",
        "Start the partner's node, let it be reachable, and ask again.",
        "相手国のノードを起動し、接続可能な状態で再度実行してください。");

    public static Problem BadFile(string english, string japanese) => new(
        8113, english, japanese, Operator, "Correct the place that is named and send the body again.", "示された箇所を修正して再送してください。");

    public static Problem ArchiveChanged(string english, string japanese) => new(
        8114,
        english,
        japanese,
        "Archive of filings",
        "Restore the folder of filings from a copy, or ask for the live figures with effectiveUntil or recordedUntil.",
        "提出記録のフォルダーを控えから復元するか、effectiveUntil または recordedUntil を指定して現在の記録から作成してください。");

    public static Problem NoAnswer { get; } = new(
        8111,
        "The node is starting, stopping or overloaded and did not decide in time; whether the request was carried out is not known.",
        "ノードが起動中、停止中、または過負荷のため、時間内に処理できませんでした。要求が実行されたかどうかは不明です。",
        "Limits of the node",
        "Send the same request again, with the same idempotency key: it is never carried out twice.",
        "同じ冪等キーで同じ要求を再送してください。二重に実行されることはありません。");
}
