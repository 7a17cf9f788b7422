using JcmInterop.Conformance.Reports;

namespace JcmInterop.Conformance.Tests.World;

internal static class ReportExpectations
{
    public static void ShouldHavePassed(this ConformanceReport report) =>
        report.Cases.Where(c => c.Verdict != CaseVerdict.Passed).Select(c => $"{c.Id} ({c.Clause}): {c.Came}, expected {c.Expected}").ShouldBeEmpty();

    public static string[] Failed(this ConformanceReport report) => [.. report.Cases.Where(c => c.Verdict == CaseVerdict.Failed).Select(c => c.Id)];
}
