using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Checks a submission before it is filed: form first, then consistency within the file, with the other Party's file, and with local invariants.</summary>
/// <remarks>The rules numbered SYN, II and STC follow a public checker whose status is uncertain; the LOC and MIR rules are this project's own.
/// A file that fails the form is not checked further, as there.</remarks>
public static class AefChecker
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The submission.</param>
    /// <param name="others">Current submissions of other Parties, and of this Party for other years; superseded versions are left out by the caller.</param>
    /// <param name="nomenclature">Controlled lists.</param>
    /// <returns>Findings in order of rule families; none when the file is consistent.</returns>
    public static IReadOnlyList<Finding> Check(AefFile file, IReadOnlyList<AefFile> others, AefNomenclature nomenclature)
    {
        var form = file.ReadingFindings.Concat(AefSyntax.Check(file, nomenclature)).ToList();
        if (form.Exists(f => f.Severity == FindingSeverity.Error)) return form;
        var context = new AefCheckContext(file, others, nomenclature);
        return
        [
            .. form,
            .. AefAuthorizationRules.Check(context),
            .. AefBlockRules.Check(context),
            .. AefUnderlyingRules.Check(context),
            .. AefActionRules.Check(context),
            .. AefLocalRules.Check(context),
            .. AefMirrorRules.Check(context),
        ];
    }
}
