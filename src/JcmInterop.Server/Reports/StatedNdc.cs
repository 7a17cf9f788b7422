using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Reporting.DataSheets;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Server.Reports;

/// <summary>What the configuration of a node states of the Party's NDC, as its reports use it.</summary>
public static class StatedNdc
{
    /// <summary>The statement for the NDC period of the node's registries: in the metric of the figures provided, or else the first of the period; nothing where there is none.</summary>
    public static NdcStatement? Of(NodeSettings node, PartyFigures provided)
    {
        var ofPeriod = node.Ndcs.All.Where(s => s.Period == node.Registries.All[0].Settings.NdcPeriod).ToList();
        return provided.Party is null ? ofPeriod.FirstOrDefault() : ofPeriod.Find(s => s.Basis == provided.Basis && (provided.Metric is null || s.Metric.ToString() == provided.Metric));
    }

    /// <summary>The structured summary of a Party, with its stated figures where it provides no others.</summary>
    /// <param name="history">What the Party did.</param>
    /// <param name="stated">Its statement, or nothing.</param>
    /// <param name="method">How corresponding adjustments are applied.</param>
    /// <param name="options">How it is presented, and what the Party provides.</param>
    public static StructuredSummaryReport Summary(PartyHistory history, NdcStatement? stated, AdjustmentMethod method, StructuredSummaryOptions options)
    {
        var figures = options.Figures.Or(Figures(stated));
        var result = CorrespondingAdjustments.Calculate(figures.AddTo(history.Adjustments(method)));
        return StructuredSummaryBuilder.Build(history.Party, result, options with { Figures = figures, EntitiesForOtherPurposes = history.EntitiesForOtherPurposes });
    }

    /// <summary>How the Party accounts, for a data sheet.</summary>
    /// <param name="period">The NDC period.</param>
    /// <param name="stated">Its statement, or nothing.</param>
    /// <param name="method">The method of this report, or nothing.</param>
    public static NdcFacts Facts(NdcPeriod period, NdcStatement? stated, AdjustmentMethod? method) => new(
        period, method, stated?.Basis, stated?.Metric, stated is null || stated.Method != method ? null : string.Create(CultureInfo.InvariantCulture, $"{stated.StatedOn:yyyy-MM-dd}, {stated.Source}"));

    private static PartyFigures Figures(NdcStatement? stated) => stated is null ? PartyFigures.None : PartyFigures.None with
    {
        Basis = stated.Basis,
        Metric = stated.Metric.IsNonGhg ? stated.Metric.ToString() : null,
        Emissions = stated.Emissions,
        Indicator = stated.Indicator,
        Trajectory = stated.Trajectory,
    };
}
