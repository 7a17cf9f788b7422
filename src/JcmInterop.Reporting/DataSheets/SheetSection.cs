using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>One section of a report: what is asked, what the record knows, and what is left to be written.</summary>
/// <param name="Reference">Paragraph of the annex to decision 2/CMA.3, for example <c>18(g)</c>.</param>
/// <param name="Heading">What is asked, in our own words.</param>
/// <param name="Tables">What the record knows; none where it knows nothing.</param>
/// <param name="ToWrite">What the Party has to write, one item each; none where the record answers it all.</param>
public sealed record SheetSection(string Reference, BilingualText Heading, IReadOnlyList<TextTable> Tables, IReadOnlyList<BilingualText> ToWrite)
{
    /// <summary>How far the record answers it.</summary>
    public SheetStatus Status => ToWrite.Count == 0 ? SheetStatus.Filled : Tables.Any(t => t.Rows.Count > 0) ? SheetStatus.PartlyFilled : SheetStatus.ToBeWritten;
}
