using System.Collections.Frozen;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Vocabulary;

/// <summary>Which of the conflicting spellings and forms of the agreed electronic format a file uses.</summary>
/// <remarks>The decision, the common nomenclature and the checker differ in a handful of places; a profile names one consistent choice.</remarks>
/// <param name="Name">Name of the profile.</param>
/// <param name="SourceNote">Where the choice comes from.</param>
/// <param name="UsesFullIdentifiers">Whether <c>FirstID</c> and <c>LastID</c> hold the full identifier; otherwise the serial number alone.</param>
/// <param name="UsesPartyNames">Whether the reporting Party and the countries of incorporation are given by name; otherwise by code.</param>
/// <param name="UsesActionInstants">Whether action dates are ISO 8601 UTC instants; otherwise date cells.</param>
/// <param name="UsesOccurredTimeframe">Whether timeframes are worded <c>Occurred: from ... to ...</c>; otherwise <c>yyyy - yyyy</c>.</param>
public sealed record AefProfile(
    string Name, string SourceNote, bool UsesFullIdentifiers, bool UsesPartyNames, bool UsesActionInstants, bool UsesOccurredTimeframe)
{
    private FrozenDictionary<(string Vocabulary, string Value), string> Spellings { get; init; } = FrozenDictionary<(string, string), string>.Empty;

    /// <summary>As the common nomenclature of February 2026 has it.</summary>
    public static AefProfile Nomenclature { get; } = new(
        "nomenclature-2026-02", "Common nomenclatures of 17 February 2026, read in a transcription.", false, false, true, false);

    /// <summary>As a public syntax and consistency checker, apparently the secretariat's, accepts it.</summary>
    public static AefProfile Checker { get; } = new("checker", "A public checker of the agreed electronic format; its status is uncertain.", true, true, false, true)
    {
        Spellings = Printed(
            (AefVocabularyNames.FirstTransferDefinition, "Authorisation", "Authorization"),
            (AefVocabularyNames.FirstTransferDefinition, "Use or Cancellation", "Use or cancellation"),
            (AefVocabularyNames.ActionSubtype, "First transfer to another Party", "First international transfer"),
            (AefVocabularyNames.ActionType, "Voluntary Cancellation", "Cancellation")),
    };

    /// <summary>As decision 4/CMA.6 annex II prints it.</summary>
    public static AefProfile DecisionPrinted { get; } = new("decision-printed", "Decision 4/CMA.6 annex II, as printed.", true, false, false, false)
    {
        Spellings = Printed(
            (AefVocabularyNames.FirstTransferDefinition, "Authorisation", "Authorization"),
            (AefVocabularyNames.FirstTransferDefinition, "Use or Cancellation", "Use or cancellation"),
            (AefVocabularyNames.ActionType, "Voluntary Cancellation", "Cancellation")),
    };

    /// <summary>Every profile.</summary>
    public static IReadOnlyList<AefProfile> All { get; } = [Nomenclature, Checker, DecisionPrinted];

    /// <summary>The profile with a name, or nothing.</summary>
    public static AefProfile? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));

    /// <summary>How the profile spells a value.</summary>
    /// <param name="vocabulary">Name of the list.</param>
    /// <param name="value">Value in the spelling of the nomenclature.</param>
    public string Spell(string vocabulary, string value) => Spellings.GetValueOrDefault((vocabulary, value), value);

    private static FrozenDictionary<(string, string), string> Printed(params (string Vocabulary, string Value, string Spelling)[] spellings) =>
        spellings.ToFrozenDictionary(s => (s.Vocabulary, s.Value), s => s.Spelling);
}
