namespace JcmInterop.Domain.Refusals;

/// <summary>Why a command or message was refused: an expected answer, not an error. A refused command changes nothing.</summary>
/// <param name="Rule">Number of the first rule that failed, in the documented order.</param>
/// <param name="English">One sentence that names the offending value.</param>
/// <param name="Japanese">The same sentence in Japanese.</param>
/// <param name="Citation">The decision paragraph or JCM rule behind it.</param>
/// <param name="RemedyEnglish">The act that would succeed.</param>
/// <param name="RemedyJapanese">The same in Japanese.</param>
public sealed record Refusal(int Rule, string English, string Japanese, string Citation, string RemedyEnglish, string RemedyJapanese);
