using System.Collections.Frozen;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Vocabulary;

/// <summary>One edition of the common nomenclature: all controlled lists, with the day from which they apply.</summary>
/// <remarks>Elements are meant to be immutable and new ones may be added (6/CMA.4 annex I, paragraph 31), so lists are data with an effective date.</remarks>
public sealed class AefNomenclature
{
    private readonly FrozenDictionary<string, AefVocabulary> vocabularies;

    /// <summary>Creates an edition.</summary>
    public AefNomenclature(string id, DateOnly effectiveFrom, string sourceNote, IEnumerable<AefVocabulary> vocabularies)
    {
        Id = id;
        EffectiveFrom = effectiveFrom;
        SourceNote = sourceNote;
        this.vocabularies = vocabularies.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);
    }

    /// <summary>Id of the edition.</summary>
    public string Id { get; }

    /// <summary>First day on which it applies.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>Where the values were read.</summary>
    public string SourceNote { get; }

    /// <summary>The list with a name.</summary>
    /// <exception cref="KeyNotFoundException">The edition has no such list.</exception>
    public AefVocabulary this[string name] => vocabularies[name];

    /// <summary>The edition of 17 February 2026, with the spellings of decision 4/CMA.6 and of a public checker as variants.</summary>
    public static AefNomenclature February2026 { get; } = new(
        "nomenclature-2026-02-17",
        new DateOnly(2026, 2, 17),
        "Common nomenclatures under Article 6, paragraph 2, of 17 February 2026, read in a transcription; variants from decision 4/CMA.6 annex II and a public checker.",
        [
            List(AefVocabularyNames.Metric, ["GHG", "non-GHG"], ("Non-GHG", "non-GHG")),
            List(AefVocabularyNames.Sector,
                ["Agriculture", "Building and construction", "Cross-sectoral mechanisms", "Energy generation", "Forestry and land use",
                    "Industrial processes", "Transportation", "Urban development", "Waste management"]),
            List(AefVocabularyNames.Purpose, ["NDC", "OIMP", "IMP", "OP", "NDC and OIMP", "NDC and IMP", "NDC and OP"]),
            List(AefVocabularyNames.FirstTransferDefinition, ["Authorisation", "Issuance", "Use or Cancellation"],
                ("Authorization", "Authorisation"), ("Use or cancellation", "Use or Cancellation"), ("Use of cancellation", "Use or Cancellation")),
            List(AefVocabularyNames.ActionType,
                ["Authorization", "First transfer", "Transfer", "Acquisition", "Use", "Cancellation", "Voluntary Cancellation"], ("Aquisition", "Acquisition")),
            List(AefVocabularyNames.ActionSubtype,
                ["First transfer to another Party", "Authorization", "Issuance", "Use or cancellation", "Mandatory transfer to the Adaptation Fund (A6.4 ERs)",
                    "Voluntary transfer to the Adaptation Fund (A6.4 ERs)", "Mandatory cancellation to deliver OMGE", "Voluntary cancellation to deliver OMGE",
                    "Other cancellations", "Not yet defined"],
                ("First international transfer", "First transfer to another Party"), ("Authorisation", "Authorization"), ("Use or Cancellation", "Use or cancellation")),
            List(AefVocabularyNames.UnderlyingRegistry,
                ["VCS", "GS", "CAR", "ACR", "ART", "GCC", "Cercarbono", "Isometric", "ISFL", "FCPF", "T-VER", "JCM", "NA"]),
            List(AefVocabularyNames.FirstTransfer, ["First international transfer", "Authorisation", "Issuance", "Use or Cancellation"]),
            List(AefVocabularyNames.AccountType, ["100", "200", "210", "300", "310", "320", "330"]),
            List(AefVocabularyNames.UnitType, ["1", "2", "3", "4", "5", "6"]),
            List(AefVocabularyNames.MitigationType, ["Emission reductions", "Removals", "Emission reductions and removals"]),
            List(AefVocabularyNames.ActivityType,
                ["Afforestation", "Agriculture", "Biogas", "Biomass Energy", "Cement", "C02 usage", "Coal bed/mine methane", "Energy distribution",
                    "Energy Efficiency households", "Energy Efficiency Industry", "Energy Efficiency own generation", "Energy Efficiency service",
                    "Energy Efficiency supply side", "Fossil fuel switch", "Fugitive", "Geothermal", "Hydro", "Landfill gas", "Methane avoidance", "N2O",
                    "PFCs and SF6", "Reforestation", "Solar", "Tidal", "Transport", "Waste", "Wind"]),
        ]);

    private static AefVocabulary List(string name, string[] values, params (string Spelling, string Value)[] variants) =>
        new(name, values, variants.ToFrozenDictionary(v => v.Spelling, v => v.Value, StringComparer.Ordinal));
}
