using System.Text.Json;

namespace JcmInterop.Domain.Adjustments;

/// <summary>How a method of corresponding adjustments and what an NDC is expressed in are spelled: one word for configuration and files, a name in English and in Japanese for people.</summary>
public static class AdjustmentNames
{
    /// <summary>The word of a value in configuration, commands and files, for example <c>single-year-averaging</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Paragraph of the annex to decision 2/CMA.3 that has the method, for example <c>7(a)(ii)</c>.</summary>
    public static string Paragraph(this AdjustmentMethod method) => method switch
    {
        AdjustmentMethod.SingleYearTrajectory => "7(a)(i)",
        AdjustmentMethod.SingleYearAveraging => "7(a)(ii)",
        AdjustmentMethod.MultiYear => "7(b)",
        _ => throw new InvalidOperationException("Unknown adjustment method."),
    };

    /// <summary>The name in English.</summary>
    public static string English(this AdjustmentMethod method) => method switch
    {
        AdjustmentMethod.SingleYearTrajectory => "single-year target, trajectory",
        AdjustmentMethod.SingleYearAveraging => "single-year target, averaging",
        AdjustmentMethod.MultiYear => "multi-year target",
        _ => throw new InvalidOperationException("Unknown adjustment method."),
    };

    /// <summary>The name in Japanese.</summary>
    public static string Japanese(this AdjustmentMethod method) => method switch
    {
        AdjustmentMethod.SingleYearTrajectory => "単年目標・経路方式",
        AdjustmentMethod.SingleYearAveraging => "単年目標・平均方式",
        AdjustmentMethod.MultiYear => "複数年目標",
        _ => throw new InvalidOperationException("Unknown adjustment method."),
    };

    /// <summary>The name in English.</summary>
    public static string English(this AdjustmentBasis basis) => basis switch
    {
        AdjustmentBasis.CoveredEmissions => "emissions covered by the NDC",
        AdjustmentBasis.NonGhgIndicator => "indicator in a non-GHG metric",
        AdjustmentBasis.PoliciesAndMeasures => "policies and measures",
        _ => throw new InvalidOperationException("Unknown adjustment basis."),
    };

    /// <summary>The name in Japanese.</summary>
    public static string Japanese(this AdjustmentBasis basis) => basis switch
    {
        AdjustmentBasis.CoveredEmissions => "NDC対象の排出量",
        AdjustmentBasis.NonGhgIndicator => "温室効果ガス以外の指標",
        AdjustmentBasis.PoliciesAndMeasures => "政策及び措置",
        _ => throw new InvalidOperationException("Unknown adjustment basis."),
    };
}
