namespace JcmInterop.Storage.Troubles;

/// <summary>What went wrong with a store, in words for the person who must act.</summary>
/// <param name="Place">The file or directory, and where in it.</param>
/// <param name="English">One sentence in English, without its full stop.</param>
/// <param name="Japanese">The sentence in Japanese.</param>
/// <param name="RemedyEnglish">What to do, in English.</param>
/// <param name="RemedyJapanese">What to do, in Japanese.</param>
public sealed record StoreTrouble(string Place, string English, string Japanese, string RemedyEnglish, string RemedyJapanese);
