using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Cli.Aef;

/// <summary>What a person asks of a filing.</summary>
/// <param name="Year">Reported calendar year.</param>
/// <param name="Version">Version, or nothing for the next.</param>
/// <param name="Profile">Spelling of the cells.</param>
/// <param name="Against">Submissions to check against.</param>
/// <param name="IsDespiteErrors">Whether the version is kept although the check found errors.</param>
internal sealed record AefFilingRequest(int Year, AefSubmissionVersion? Version, AefProfile Profile, IReadOnlyList<AefFile> Against, bool IsDespiteErrors);
