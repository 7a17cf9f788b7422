namespace JcmInterop.Reporting.Findings;

/// <summary>One sentence in English and in Japanese, meaning the same.</summary>
/// <param name="English">The English sentence.</param>
/// <param name="Japanese">The Japanese sentence.</param>
public sealed record BilingualText(string English, string Japanese);
