using System.Collections.Frozen;

namespace JcmInterop.Reporting.Aef.Vocabulary;

/// <summary>One controlled list.</summary>
/// <param name="Name">Name of the list.</param>
/// <param name="Values">Values as this project keeps them, in the spelling of the nomenclature.</param>
/// <param name="OtherSpellings">Further spellings met in decisions and tools, each with the value it stands for.</param>
public sealed record AefVocabulary(string Name, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> OtherSpellings)
{
    private readonly FrozenDictionary<string, string> kept =
        Values.Select(v => KeyValuePair.Create(v, v)).Concat(OtherSpellings).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kept value a text stands for, or nothing when the list does not have it; letters are compared exactly.</summary>
    public string? ValueOf(string text) => kept.GetValueOrDefault(text);
}
