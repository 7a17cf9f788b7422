using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Faults;

/// <summary>The rules behind <see cref="WireFault"/>: sentence, source and remedy of each kind, in English and Japanese.</summary>
public static class WireRules
{
    private static readonly Dictionary<WireFaultKind, RefusalRule> ByKind = new[]
    {
        new RefusalRule(
            (int)WireFaultKind.Oversized,
            "The document has {0} bytes; at most {1} are accepted.",
            "文書は {0} バイトですが、受け付けるのは {1} バイトまでです。",
            "protocol: limits",
            "Split the batch into several messages.",
            "一括分を複数のメッセージに分けてください。"),
        new RefusalRule(
            (int)WireFaultKind.Truncated,
            "The document ends before its JSON is complete.",
            "文書の JSON が途中で終わっています。",
            "RFC 8259",
            "Send the stored bytes again, complete.",
            "保存してあるバイト列を欠けなく再送してください。"),
        new RefusalRule(
            (int)WireFaultKind.NotJson,
            "The document is not acceptable JSON: {0}",
            "文書を JSON として読めません: {0}",
            "RFC 8259; RFC 7493",
            "Send one UTF-8 JSON value without duplicate names.",
            "名前の重複がない UTF-8 の JSON 値を一つだけ送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.NotJws,
            "The document is not a JWS in the general JSON serialization: {0}",
            "文書は JWS の一般 JSON 形式ではありません: {0}",
            "RFC 7515, section 7.2.1",
            "Send an object with payload and signatures, each signature with protected and signature only.",
            "payload と signatures を持つオブジェクトを送り、各署名は protected と signature だけにしてください。"),
        new RefusalRule(
            (int)WireFaultKind.Unsigned,
            "The document carries no signature.",
            "文書に署名がありません。",
            "protocol: signatures",
            "Sign it with a key the recipient has pinned.",
            "受信者が登録している鍵で署名してください。"),
        new RefusalRule(
            (int)WireFaultKind.ForbiddenHeader,
            "The signature header has the member '{0}', which is not accepted.",
            "署名ヘッダーの '{0}' は受け付けられません。",
            "RFC 7515, section 4.1; RFC 8725, section 3",
            "Use a protected header with alg, kid and typ only.",
            "保護ヘッダーは alg、kid、typ だけにしてください。"),
        new RefusalRule(
            (int)WireFaultKind.UnknownAlgorithm,
            "The signature algorithm '{0}' is not accepted{1}.",
            "署名アルゴリズム '{0}' は受け付けられません{1}。",
            "RFC 7518; RFC 9864; RFC 9964",
            "Sign with the key's own algorithm: Ed25519, ES256 or ML-DSA-65.",
            "鍵に対応する Ed25519、ES256、ML-DSA-65 のいずれかで署名してください。"),
        new RefusalRule(
            (int)WireFaultKind.WrongDocumentType,
            "The signed document has the type '{0}' where '{1}' is expected.",
            "署名文書の種類は '{0}' ですが、ここでは '{1}' が必要です。",
            "RFC 7515, section 4.1.9; RFC 8725, section 3.11",
            "Send the document to the endpoint of its own type.",
            "文書の種類に合った宛先に送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.UnknownKey,
            "No signature is by a pinned key of {0}; the document names {1}.",
            "{0} の登録済みの鍵による署名がありません。文書が示す鍵は {1} です。",
            "RFC 7638; protocol: keys",
            "Exchange the keys again on a way both sides trust, and name the key set file in the configuration.",
            "双方が信頼する手段で鍵を交換し直し、その鍵ファイルを設定に記載してください。"),
        new RefusalRule(
            (int)WireFaultKind.KeyOutOfValidity,
            "The key {0} of {1} is not valid at {2}.",
            "{1} の鍵 {0} は {2} の時点で有効ではありません。",
            "protocol: keys",
            "Sign with a key that is valid now.",
            "現在有効な鍵で署名してください。"),
        new RefusalRule(
            (int)WireFaultKind.WrongSignature,
            "The signature by key {0} does not match the bytes.",
            "鍵 {0} による署名がバイト列と一致しません。",
            "RFC 7515, section 5.2",
            "Send exactly the bytes that were signed; look for a component that rewrites them on the way.",
            "署名したバイト列をそのまま送ってください。途中で書き換える機器がないか確認してください。"),
        new RefusalRule(
            (int)WireFaultKind.NotCanonical,
            "The payload is not in canonical form: {0}",
            "ペイロードが正規形ではありません: {0}",
            "RFC 8785",
            "Write the payload in the canonical form of RFC 8785 before signing.",
            "署名の前にペイロードを RFC 8785 の正規形にしてください。"),
        new RefusalRule(
            (int)WireFaultKind.UnknownProtocolVersion,
            "The protocol version '{0}' is not spoken here; {1} is.",
            "プロトコル版 '{0}' には対応していません。対応しているのは {1} です。",
            "protocol: versions",
            "Send with a version both sides speak.",
            "双方が対応する版で送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.MalformedDocument,
            "The signed document is malformed: {0}",
            "署名文書の形式が正しくありません: {0}",
            "protocol: message, receipt and checkpoint members",
            "Correct the member named by the place; the published schema has its form.",
            "示された項目を公開スキーマの形式に直してください。"),
        new RefusalRule(
            (int)WireFaultKind.WrongSender,
            "The document is from {0}, but {1} is expected to send it.",
            "文書の差出人は {0} ですが、{1} からのものでなければなりません。",
            "protocol: addressing",
            "Send under the Party whose key signs.",
            "署名する鍵の締約国として送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.WrongRecipient,
            "The document is for {0}; this node is {1}.",
            "文書の宛先は {0} ですが、このノードは {1} です。",
            "protocol: addressing",
            "Send it to the node of the Party named in it.",
            "文書に書かれた締約国のノードに送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.WrongRegistry,
            "The document is about the bilateral registry {0}; {1} is expected here.",
            "文書は二国間登録簿 {0} のものですが、ここでは {1} が必要です。",
            "protocol: addressing",
            "Send it to the endpoint of its own registry.",
            "文書の登録簿の宛先に送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.SequenceGap,
            "Message {0} is ahead of its turn: {1} is expected next.",
            "メッセージ {0} は順番より先です。次に必要なのは {1} です。",
            "protocol: sequence",
            "Send the messages from number {1} on, in order.",
            "{1} 番から順に送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.AlteredReplay,
            "Message {0} with number {1} was received before with other content.",
            "メッセージ {0}(番号 {1})は、以前に異なる内容で受信しています。",
            "protocol: replay",
            "Never change a message that has been signed; send the stored bytes, or a new message with a new id and number.",
            "署名済みのメッセージは変更せず、保存したバイト列を送るか、新しい ID と番号で送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.PreviousMismatch,
            "Message {0} names {1} as the message before it; the chain here ends in {2}.",
            "メッセージ {0} は直前のメッセージとして {1} を示していますが、こちらの連鎖の末尾は {2} です。",
            "protocol: chain",
            "Compare the outbox with the receipts and restore the node that lost a message.",
            "送信箱と受領証を照合し、メッセージを失ったノードを復元してください。"),
        new RefusalRule(
            (int)WireFaultKind.SentInFuture,
            "The sending time {0} is more than {1} minutes ahead of the clock here, {2}.",
            "送信時刻 {0} は、こちらの時計 {2} より {1} 分を超えて進んでいます。",
            "protocol: clocks",
            "Set the sender's clock and sign a new message.",
            "送信側の時計を合わせ、署名し直してください。"),
        new RefusalRule(
            (int)WireFaultKind.SentBeforePrevious,
            "The sending time {0} is before that of the message before, {1}.",
            "送信時刻 {0} が、直前のメッセージの {1} より前です。",
            "protocol: clocks",
            "Set the sender's clock and sign a new message.",
            "送信側の時計を合わせ、署名し直してください。"),
        new RefusalRule(
            (int)WireFaultKind.UnknownMessageType,
            "The message type '{0}' is not known here.",
            "メッセージ種別 '{0}' には対応していません。",
            "protocol: message types",
            "Use a message type both sides know; the message is recorded and counts in the sequence.",
            "双方が対応する種別を使ってください。このメッセージは記録され、番号に数えられます。"),
        new RefusalRule(
            (int)WireFaultKind.MalformedBody,
            "The body is not a {0}: {1}",
            "本文が {0} の形式ではありません: {1}",
            "protocol: message types",
            "Correct the member named by the place and send a new message; this one is recorded and counts in the sequence.",
            "示された項目を直し、新しいメッセージとして送ってください。このメッセージは記録され、番号に数えられます。"),
        new RefusalRule(
            (int)WireFaultKind.ReceiptMismatch,
            "The receipt is for another message: its {0} is {1}, not {2}.",
            "受領証は別のメッセージのものです。{0} は {1} で、{2} ではありません。",
            "protocol: receipts",
            "Ask the partner for the receipt of this message again.",
            "このメッセージの受領証を相手方にもう一度求めてください。"),
        new RefusalRule(
            (int)WireFaultKind.CheckpointInconsistent,
            "The checkpoint of {0} rows does not continue the one of {1} rows that was shown before.",
            "{0} 行のチェックポイントは、以前に示された {1} 行のチェックポイントの続きではありません。",
            "protocol: checkpoints; RFC 6962, section 2.1.2",
            "Find out with the partner whether its journal was restored from an old backup or changed; nothing of this checkpoint is cosigned.",
            "台帳記録が古いバックアップから復元されたか、変更されていないか、相手方と確認してください。このチェックポイントには連署しません。"),
        new RefusalRule(
            (int)WireFaultKind.ConsistencyStart,
            "The consistency proof starts at {0} rows; the last checkpoint cosigned here has {1}.",
            "整合性の証明は {0} 行から始まっていますが、ここで最後に連署したチェックポイントは {1} 行です。",
            "protocol: checkpoints",
            "Send a new checkpoint with the proof from the last one that was cosigned.",
            "最後に連署されたチェックポイントからの証明を付けて、新しいチェックポイントを送ってください。"),
        new RefusalRule(
            (int)WireFaultKind.CosignatureUnknown,
            "The cosignature is for no checkpoint of this side that waits for one.",
            "連署の対象となるチェックポイントがこちらにありません。",
            "protocol: checkpoints",
            "Cosign the checkpoint as it was sent, and keep the signatures it has.",
            "送られたチェックポイントを、その署名を残したまま連署してください。"),
        new RefusalRule(
            (int)WireFaultKind.KeyUnproven,
            "The introduced key is not proven: {0}",
            "導入された鍵を確認できません: {0}",
            "protocol: keys",
            "Introduce the key with its thumbprint and its canonical public form, and sign the message with the new key too.",
            "鍵の拇印と正規形の公開鍵を示し、新しい鍵でもメッセージに署名してください。"),
        new RefusalRule(
            (int)WireFaultKind.WithdrawnByItself,
            "The withdrawal of the key {0} is signed with no other valid key of {1}.",
            "鍵 {0} の取下げに、{1} の他の有効な鍵による署名がありません。",
            "protocol: keys",
            "Sign the withdrawal with another key that is trusted.",
            "信頼されている別の鍵で取下げに署名してください。"),
    }.ToDictionary(rule => (WireFaultKind)rule.Number);

    /// <summary>All rules in ascending number.</summary>
    public static IReadOnlyList<RefusalRule> All { get; } = [.. ByKind.Values.OrderBy(rule => rule.Number)];

    /// <summary>The fault of one case.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="place">Where; empty for the whole.</param>
    /// <param name="values">The offending values, in the order of the sentence.</param>
    public static WireFault Fault(WireFaultKind kind, string place, params ReadOnlySpan<object> values)
    {
        var refusal = ByKind[kind].With(values.ToArray());
        return new WireFault(kind, place, refusal.English, refusal.Japanese, refusal.Citation, refusal.RemedyEnglish, refusal.RemedyJapanese);
    }

    /// <summary>The fault of one case of malformed JSON.</summary>
    internal static WireFault Fault(WireFaultKind kind, JsonFault json) => Fault(kind, json.Place, json.Sentence);
}
