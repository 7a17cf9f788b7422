using System.Globalization;

namespace JcmInterop.Domain.Refusals;

/// <summary>One numbered rule a command or message can break: what it says, where it comes from, and what would succeed.</summary>
/// <remarks>Numbers are stable for ever: 1xxx units and accounts, 2xxx programme and issuance, 3xxx transfers, 4xxx authorization, use and
/// cancellation, 5xxx the two nodes and their keys. Sentences are templates; <see cref="With"/> fills them in.</remarks>
/// <param name="Number">Stable number.</param>
/// <param name="English">Sentence template in English.</param>
/// <param name="Japanese">Sentence template in Japanese.</param>
/// <param name="Citation">Decision paragraph, JCM rule, or the product's own policy.</param>
/// <param name="RemedyEnglish">What would succeed, in English.</param>
/// <param name="RemedyJapanese">What would succeed, in Japanese.</param>
public sealed record RefusalRule(int Number, string English, string Japanese, string Citation, string RemedyEnglish, string RemedyJapanese)
{
    /// <summary>The refusal of one case, with the offending values filled into all four sentences.</summary>
    public Refusal With(params object[] values) => new(
        Number, Fill(English, values), Fill(Japanese, values), Citation, Fill(RemedyEnglish, values), Fill(RemedyJapanese, values));

    private static string Fill(string template, object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);
}
