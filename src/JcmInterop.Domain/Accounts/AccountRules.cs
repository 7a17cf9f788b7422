using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Accounts;

/// <summary>Rules 1001 to 1099: accounts and the units in them.</summary>
public static class AccountRules
{
    private const string Specification = "JCM common specifications of the registry: each unit is in exactly one account";
    private const string Ordinance = "METI/MOE Ordinance No. 1 of 2025, articles 2 and 3";
    private const string Order = "Cabinet Order on the register, in force 1 April 2025";
    private const string Policy = "Product policy";

    /// <summary>1001.</summary>
    public static RefusalRule AccountUnknown { get; } = new(
        1001, "Account {0} is not in this registry.", "口座 {0} はこの登録簿にありません。", Specification,
        "Check the number, or open the account first.", "番号を確認するか、先に口座を開設してください。");

    /// <summary>1002.</summary>
    public static RefusalRule AccountExists { get; } = new(
        1002, "Account {0} is already open with other particulars.", "口座 {0} は別の内容で既に開設されています。", Ordinance,
        "Leave the number out to take the next free one.", "番号を省略すると次の空き番号が使われます。");

    /// <summary>1003.</summary>
    public static RefusalRule AccountOfOtherSide { get; } = new(
        1003, "Account {0} does not belong to {1}.", "口座 {0} は {1} の登録簿の口座ではありません。", Specification,
        "Name an account whose number starts with {1}.", "{1} で始まる口座番号を指定してください。");

    /// <summary>1004.</summary>
    public static RefusalRule HoldExists { get; } = new(
        1004, "Account {0} already has a legal hold {1}.", "口座 {0} には処分制限 {1} が既に記録されています。", Order,
        "Use another id for another hold.", "別の処分制限には別の番号を付けてください。");

    /// <summary>1005.</summary>
    public static RefusalRule HoldUnknown { get; } = new(
        1005, "Account {0} has no legal hold {1}.", "口座 {0} に処分制限 {1} はありません。", Order,
        "Check the id of the hold.", "処分制限の番号を確認してください。");

    /// <summary>1006.</summary>
    public static RefusalRule LegalHold { get; } = new(
        1006, "Account {0} is under the legal hold {1}: nothing leaves it.", "口座 {0} には処分制限 {1} があり、振替できません。", Order,
        "Lift the hold, or take the units from another account.", "処分制限を解除するか、別の口座を使用してください。");

    /// <summary>1007.</summary>
    public static RefusalRule TerminalAccount { get; } = new(
        1007, "Account {0} is a retirement or cancellation account: nothing leaves it.", "口座 {0} は無効化口座または取消口座であり、何も出せません。",
        "JCM common specifications of the registry, definitions of retirement and cancellation",
        "Use units of a holding account.", "保有口座のクレジットを使用してください。");

    /// <summary>1008.</summary>
    public static RefusalRule NotHeld { get; } = new(
        1008, "Serials {0} are not all held and free in account {1}.", "識別番号 {0} の全部が口座 {1} に自由な状態で保有されているわけではありません。", Specification,
        "Ask for the holdings of the account and name serials it holds.", "口座の保有状況を確認し、保有している識別番号を指定してください。");

    /// <summary>1009.</summary>
    public static RefusalRule TooFew { get; } = new(
        1009, "Account {0} has {1} free units of that description, {2} are needed.", "口座 {0} にある該当クレジットは {1} 単位で、必要な {2} 単位に足りません。", Specification,
        "Ask for at most {1} units.", "{1} 単位以下を指定してください。");

    /// <summary>1010.</summary>
    public static RefusalRule SelectionUnclear { get; } = new(
        1010, "A selection of units names either serials or a quantity of 1 or more, not both and not neither.", "クレジットの指定には、識別番号または1以上の数量のいずれか一方が必要です。",
        "Act on Promotion of Global Warming Countermeasures, article on transfer: a request states quantity and identification numbers",
        "Give the serials, or give a quantity.", "識別番号か数量のどちらかを指定してください。");

    /// <summary>1011.</summary>
    public static RefusalRule SameAccount { get; } = new(
        1011, "The units are already in account {0}.", "クレジットは既に口座 {0} にあります。", Specification,
        "Name another account.", "別の口座を指定してください。");

    /// <summary>1012.</summary>
    public static RefusalRule NotAHoldingAccount { get; } = new(
        1012, "Account {0} is a retirement or cancellation account and takes units only by use or cancellation.", "口座 {0} は無効化口座または取消口座であり、無効化・取消し以外では受け入れられません。", Ordinance,
        "Use the command for use towards the NDC or for cancellation.", "無効化または取消しの手続を使用してください。");

    /// <summary>1013.</summary>
    public static RefusalRule HolderNameNeeded { get; } = new(
        1013, "An account holder needs a name in English of 1 to {0} characters.", "口座名義人には英語の名称（1～{0}文字）が必要です。", Ordinance,
        "Give the name in English; a name in another language is kept beside it.", "英語の名称を入力してください。他の言語の名称も併記できます。");

    /// <summary>1014.</summary>
    public static RefusalRule DateInFuture { get; } = new(
        1014, "The date {0} is in the future.", "日付 {0} は未来の日付です。", Policy,
        "Use today's date or an earlier one.", "今日以前の日付を指定してください。");

    /// <summary>1015.</summary>
    public static RefusalRule TextTooLong { get; } = new(
        1015, "The text of the {0} is longer than {1} characters.", "{0} の文字数が {1} を超えています。", Policy,
        "Shorten it.", "短くしてください。");

    /// <summary>1016.</summary>
    public static RefusalRule TooManyRuns { get; } = new(
        1016, "The selection spans {0} runs of serials; at most {1} go into one act.", "指定されたクレジットは {0} 個の識別番号区間にまたがります。一度に扱えるのは {1} 個までです。", Policy,
        "Divide it into several acts.", "複数回に分けてください。");

    /// <summary>1017.</summary>
    public static RefusalRule NumbersUsedUp { get; } = new(
        1017, "The running numbers up to {0} are used up.", "{0} までの口座の番号は使い切られています。", Policy,
        "Name a free number.", "空いている番号を指定してください。");
}
