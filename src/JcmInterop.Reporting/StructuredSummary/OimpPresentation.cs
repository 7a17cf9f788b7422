namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>How first transfers for other international mitigation purposes are filed; the text of the decision leaves it open, the balance is the same.</summary>
public enum OimpPresentation
{
    /// <summary>Row 23(c) has the first transfers for NDC use only, row 23(d) those for other purposes; the net is (c) + (d) - (e).</summary>
    RowsAddUp,

    /// <summary>Row 23(c) has all first transfers, row 23(d) is a part of it; the net is (c) - (e).</summary>
    PartOfFirstTransfers,
}
