namespace JcmInterop.Domain.Adjustments;

/// <summary>A figure of one year that opens to the records behind it. Source: 2/CMA.3 annex, paragraphs 7 and 23.</summary>
public enum AdjustmentFigure
{
    /// <summary>First transferred for NDC use: paragraph 23(c).</summary>
    FirstTransferredForNdc,

    /// <summary>First transferred for other international mitigation purposes: paragraph 23(d).</summary>
    FirstTransferredForOimp,

    /// <summary>Used towards the NDC: paragraph 23(e).</summary>
    Used,

    /// <summary>First transferred less used: paragraph 23(f).</summary>
    Net,

    /// <summary>Net amount from the first year of the period: paragraph 23(h).</summary>
    CumulativeNet,

    /// <summary>Cumulative amount divided by the elapsed years: paragraph 7(a)(ii).</summary>
    AverageNet,

    /// <summary>The adjustment under the chosen method: paragraph 23(g).</summary>
    CorrespondingAdjustment,
}
