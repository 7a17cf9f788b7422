using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Receipts;

/// <summary>Why a receiver refused the content of a message.</summary>
/// <param name="Rule">Number of the rule that failed.</param>
/// <param name="English">One sentence that names the offending value.</param>
/// <param name="Japanese">The same sentence in Japanese.</param>
/// <param name="Citation">The decision paragraph, JCM rule or part of the protocol behind it.</param>
/// <param name="RemedyEnglish">The act that would succeed.</param>
/// <param name="RemedyJapanese">The same in Japanese.</param>
public sealed record ReceiptRefusal(int Rule, string English, string Japanese, string Citation, string RemedyEnglish, string RemedyJapanese)
{
    /// <summary>The refusal of a message whose type or body the receiver cannot read.</summary>
    public static ReceiptRefusal Of(WireFault fault) =>
        new(fault.Rule, fault.English, fault.Japanese, fault.Citation, fault.RemedyEnglish, fault.RemedyJapanese);
}
