using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Checks a submission before it is filed: form first, then consistency within the file, with the other Party's file, and with local invariants.</summary>
/// <remarks>The rules numbered SYN, II, STC and ISC follow a public checker whose status is uncertain; the LOC and MIR rules are this project's own.
/// A file that fails the form is not checked further, as there.</remarks>
public static class AefChecker
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The submission.</param>
    /// <param name="others">Current submissions of other Parties, and of this Party for other years; superseded versions are left out by the caller.</param>
    /// <param name="nomenclature">Controlled lists.</param>
    /// <returns>Findings in order of rule families, at most <c>100</c> per rule and one that counts the rest; none when the file is consistent.</returns>
    public static IReadOnlyList<Finding> Check(AefFile file, IReadOnlyList<AefFile> others, AefNomenclature nomenclature)
    {
        return Check(file, Form(file, nomenclature), others, nomenclature);
    }

    /// <summary>Checks a file whose form is already checked.</summary>
    internal static IReadOnlyList<Finding> Check(AefFile file, AefFindingList found, IReadOnlyList<AefFile> others, AefNomenclature nomenclature)
    {
        if (found.HasErrors) return found.All;
        var context = new AefCheckContext(file, others, nomenclature);
        found.AddRange(AefAuthorizationRules.Check(context));
        found.AddRange(AefBlockRules.Check(context));
        found.AddRange(AefUnderlyingRules.Check(context));
        found.AddRange(AefApproachRules.Check(context));
        found.AddRange(AefActionRules.Check(context));
        found.AddRange(AefHoldingRules.Check(context));
        found.AddRange(AefLocalRules.Check(context));
        found.AddRange(AefMirrorRules.Check(context));
        return found.All;
    }

    /// <summary>Checks only what the file says by itself: its layout and the form of every cell.</summary>
    internal static AefFindingList Form(AefFile file, AefNomenclature nomenclature)
    {
        var found = new AefFindingList();
        found.AddRange(file.ReadingFindings);
        found.AddRange(AefSyntax.Check(file, nomenclature));
        return found;
    }
}
