using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>What is set apart when authorized units of the Article 6.4 mechanism are issued; both shares are first transfers at that moment.</summary>
/// <remarks>JCM credits have no such shares: this is for the records of a Party that hosts both. Source: 3/CMA.3 annex, paragraphs 58 and 59; rules of the mechanism registry in 7/CMA.4,
/// paragraphs 39 to 41.</remarks>
/// <param name="Issued">Units issued.</param>
/// <param name="AdaptationFund">Share of proceeds for adaptation: 5 percent, none where the host is exempt.</param>
/// <param name="OverallMitigation">Cancelled for overall mitigation: at least 2 percent.</param>
public sealed record MechanismShares(UnitQuantity Issued, UnitQuantity AdaptationFund, UnitQuantity OverallMitigation)
{
    private const int AdaptationPercent = 5;
    private const int OverallMitigationPercentMin = 2;
    private const int OverallMitigationPercentMax = 95;

    /// <summary>What the host adds for the vintage before anything is sold.</summary>
    public UnitQuantity FirstTransferredAtIssuance => AdaptationFund + OverallMitigation;

    /// <summary>What is left for the participants.</summary>
    public UnitQuantity Remainder => Issued - FirstTransferredAtIssuance;

    /// <summary>Computes the shares of one issuance; together with the remainder they are always the issued amount.</summary>
    /// <param name="issued">Units issued.</param>
    /// <param name="rounding">How a share becomes whole units.</param>
    /// <param name="overallMitigationPercent">2 to 95.</param>
    /// <param name="isExemptFromAdaptationShare">Whether the host is a least developed country or small island State that did not opt in (6/CMA.6, paragraph 20).</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is out of bounds.</exception>
    public static MechanismShares Of(
        UnitQuantity issued, WholeUnitRounding rounding, decimal overallMitigationPercent = OverallMitigationPercentMin, bool isExemptFromAdaptationShare = false)
    {
        if (overallMitigationPercent is < OverallMitigationPercentMin or > OverallMitigationPercentMax)
            throw new ArgumentOutOfRangeException(nameof(overallMitigationPercent), overallMitigationPercent, "At least 2 percent is cancelled for overall mitigation, and 5 may go to the Adaptation Fund.");
        var adaptation = isExemptFromAdaptationShare ? 0 : Share(issued, AdaptationPercent, rounding);
        var mitigation = Math.Min(Share(issued, overallMitigationPercent, rounding), issued.Tonnes - adaptation);
        return new MechanismShares(issued, new UnitQuantity(adaptation), new UnitQuantity(mitigation));
    }

    private static long Share(UnitQuantity issued, decimal percent, WholeUnitRounding rounding)
    {
        var exact = issued.Tonnes * percent / 100;
        return rounding switch
        {
            WholeUnitRounding.Up => (long)decimal.Ceiling(exact),
            WholeUnitRounding.Down => (long)decimal.Floor(exact),
            WholeUnitRounding.HalfUp => (long)decimal.Round(exact, MidpointRounding.AwayFromZero),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Unknown rounding."),
        };
    }
}
