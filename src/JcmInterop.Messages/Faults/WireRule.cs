namespace JcmInterop.Messages.Faults;

/// <summary>One rule of the wire: sentence templates, source and remedy.</summary>
/// <param name="Kind">What is wrong; its number is the rule number and stable for ever.</param>
/// <param name="English">Sentence template in English.</param>
/// <param name="Japanese">Sentence template in Japanese.</param>
/// <param name="Citation">The standard or the part of the protocol behind it.</param>
/// <param name="RemedyEnglish">What would succeed, in English.</param>
/// <param name="RemedyJapanese">What would succeed, in Japanese.</param>
public sealed record WireRule(
    WireFaultKind Kind, string English, string Japanese, string Citation, string RemedyEnglish, string RemedyJapanese);
