using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>A report of the Party in outline: filled with what the record knows, the rest marked as to be written. It is a working paper and no filing.</summary>
/// <param name="Name">Name of its files, for example <c>initial-report</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Party">The Party.</param>
/// <param name="Dates">What of the record counts.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record DataSheet(string Name, BilingualText Title, PartyCode Party, ReportDates Dates, IReadOnlyList<SheetSection> Sections)
{
    /// <summary>What every sheet says of itself.</summary>
    public static BilingualText Caution { get; } = new(
        "A working paper made from the record of one node. Headings are our own words, and paragraph letters our reading of the annex to decision 2/CMA.3: compare them with the decision before filing.",
        "一つのノードの記録から作成した作業用資料です。見出しは独自の表現、項番号は決定 2/CMA.3 附属書の当方の解釈です。提出前に決定文と照合してください。");
}
