namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>The causes a mismatch can be traced to.</summary>
public static class AefCauses
{
    /// <summary>A completed transfer is not in the file.</summary>
    public static AefCause NotReported { get; } = Of("not-reported",
        "The partner has not reported a transfer that is completed on both sides. Send it the receipts and ask for the row.", "両側で完了した移転が報告されていません。受領証を送り、行の追加を求めてください。");

    /// <summary>Nothing in the ledger explains the row.</summary>
    public static AefCause NotInLedger { get; } = Of("not-in-ledger",
        "No message of a transfer like this was exchanged. Ask the partner for its receipt; if there is none, the row is wrong.", "該当する移転のメッセージがありません。受領証の提示を求め、なければ行の誤りです。");

    /// <summary>A transfer that did not move units was reported.</summary>
    public static AefCause UnfinishedTransfer { get; } = Of("unfinished-transfer",
        "The units were offered in a transfer that was refused, cancelled or is still open. It moved nothing and is not reported.", "拒否・取消し・未完了の移転の単位です。移転していないため報告しません。");

    /// <summary>The same units are reported twice.</summary>
    public static AefCause ReportedTwice { get; } = Of("reported-twice",
        "The same transfer is already reported in another row. Remove one.", "同じ移転が別の行で報告済みです。一方を削除してください。");

    /// <summary>One day apart.</summary>
    public static AefCause LocalDate { get; } = Of("local-date",
        "The day differs by one: a local date was written instead of the effective day both sides agreed.", "日付が1日異なります。合意した効力日ではなく現地時間の日付と思われます。");

    /// <summary>Day and month exchanged.</summary>
    public static AefCause DayAndMonth { get; } = Of("day-and-month-exchanged",
        "Day and month are exchanged.", "日と月が入れ替わっています。");

    /// <summary>The day of recording.</summary>
    public static AefCause RecordingDay { get; } = Of("recording-day",
        "This is the day on which the transfer was recorded, not its effective day.", "効力日ではなく記録日です。");

    /// <summary>Another year.</summary>
    public static AefCause OtherYear { get; } = Of("other-year",
        "The day is in another year: the row belongs to another submission.", "別の年の日付です。他の年の報告に属します。");

    /// <summary>A part of the block.</summary>
    public static AefCause PartOfBlock { get; } = Of("part-of-block",
        "The serials agree only in part: the block was cut at another place or a digit is wrong.", "シリアルの範囲が一部異なります。ブロックの分割位置または数字の誤りです。");

    /// <summary>Other serials.</summary>
    public static AefCause OtherSerials { get; } = Of("other-serials",
        "The serials are others, though the rest of the row agrees: probably copied from another row.", "他の項目は一致しますがシリアルが異なります。別の行からの転記と思われます。");

    /// <summary>A factor of a thousand.</summary>
    public static AefCause Factor { get; } = Of("factor-of-thousand",
        "The quantity differs by a factor of a thousand: kilotonnes or kilograms were written instead of tonnes.", "数量が1000倍または1000分の1です。単位の誤りと思われます。");

    /// <summary>Two digits exchanged.</summary>
    public static AefCause Transposed { get; } = Of("digits-transposed",
        "The same digits stand in another order.", "数字の順序が入れ替わっています。");

    /// <summary>The year of the action as vintage.</summary>
    public static AefCause ActionYearAsVintage { get; } = Of("action-year-as-vintage",
        "The year of the action was written instead of the year in which the mitigation occurred.", "発行年（削減の年）ではなく行為の年が記載されています。");

    /// <summary>Only the spelling differs.</summary>
    public static AefCause Spelling { get; } = Of("spelling",
        "The same text in another spelling: letter case, blanks or punctuation.", "表記の違い（大文字小文字・空白・記号）です。");

    /// <summary>First transfer or onward transfer.</summary>
    public static AefCause FirstOrOnward { get; } = Of("first-or-onward",
        "One side counts the transfer as first transfer, the other as onward transfer. The completion message says which it was; it decides a corresponding adjustment.", "一方が最初の移転、他方が再移転としています。完了メッセージで確認してください（相当調整に影響します）。");

    /// <summary>The direction.</summary>
    public static AefCause Direction { get; } = Of("direction",
        "The row has the wrong direction, or names the reporting Party instead of the other one.", "移転の方向が逆か、相手国ではなく自国が記載されています。");

    /// <summary>The originating registry instead of the partner's own.</summary>
    public static AefCause OriginatingRegistry { get; } = Of("originating-registry",
        "The registry is the one that originated the units, not the one in which this action was tracked.", "行為を記録した登録簿ではなく、発行元の登録簿が記載されています。");

    /// <summary>Another authorization.</summary>
    public static AefCause OtherAuthorization { get; } = Of("other-authorization",
        "Another authorization is named. The first transfer message says which one the units fall under.", "別の承認が記載されています。最初の移転のメッセージで確認してください。");

    /// <summary>The mapping of underlying units.</summary>
    public static AefCause Offset { get; } = Of("underlying-offset",
        "The underlying units are shifted against the serials: the offset was lost in a split.", "原単位とシリアルの対応がずれています。分割時の誤りです。");

    /// <summary>Both sides hold the units.</summary>
    public static AefCause HeldTwice { get; } = Of("held-twice",
        "Both sides claim the units. One of them has not recorded a transfer; reconcile before filing.", "双方が同じ単位を計上しています。提出前に照合してください。");

    /// <summary>An authorization the ledger does not know.</summary>
    public static AefCause NotTold { get; } = Of("not-told",
        "The authorization was never told to this side. Ask the partner to send it.", "この承認は通知されていません。送付を求めてください。");

    /// <summary>Left empty.</summary>
    public static AefCause LeftEmpty { get; } = Of("left-empty",
        "The cell was left empty.", "未記入です。");

    /// <summary>Nothing better is known.</summary>
    public static AefCause Unknown { get; } = Of("unknown",
        "The values differ. Compare the signed messages of the transfer.", "値が異なります。移転の署名付きメッセージを照合してください。");

    private static AefCause Of(string code, string english, string japanese) => new(code, new(english, japanese));
}
