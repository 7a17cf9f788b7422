using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Table 1: who reports which year.</summary>
/// <param name="Party">Reporting Party.</param>
/// <param name="Version">Version of the submission.</param>
/// <param name="ReportedYear">Calendar year reported, 1 January to 31 December.</param>
/// <param name="SubmittedOn">Date of submission; due on 15 April of the following year.</param>
/// <param name="Period">NDC implementation period.</param>
public sealed record AefSubmission(PartyCode Party, AefSubmissionVersion Version, int ReportedYear, DateOnly SubmittedOn, NdcPeriod Period)
{
    /// <summary>Key of the submission and stem of its file name: Party, year and version.</summary>
    public string FileStem => $"{Party}_{ReportedYear:0000}_{Version}";

    /// <summary>The day of table 4: 31 December of the reported year.</summary>
    public DateOnly HoldingsDay => new(ReportedYear, 12, 31);
}
