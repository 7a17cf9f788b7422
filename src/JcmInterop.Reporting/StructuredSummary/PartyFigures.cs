using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>The figures and texts of table 4 that are in no ledger: what the Party itself provides. A missing year stays open in the table.</summary>
public sealed record PartyFigures
{
    /// <summary>Most progress indicators.</summary>
    public const int IndicatorsMax = 20;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLengthMax = 4_000;

    private const string FormatName = "party-figures/1";
    private const decimal FigureMax = 1_000_000_000_000_000m;

    private static readonly IReadOnlyDictionary<int, decimal> NoYears = new Dictionary<int, decimal>();

    /// <summary>Nothing was provided.</summary>
    public static PartyFigures None { get; } = new();

    /// <summary>The form, <c>party-figures/1</c>.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>The Party, alpha-3; absent for none.</summary>
    public string? Party { get; init; }

    /// <summary>What the NDC is expressed in.</summary>
    public AdjustmentBasis Basis { get; init; } = AdjustmentBasis.CoveredEmissions;

    /// <summary>Name of a metric other than t CO2 eq, with its unit; only with <see cref="AdjustmentBasis.NonGhgIndicator"/>.</summary>
    public string? Metric { get; init; }

    /// <summary>Emissions and removals covered by the NDC, t CO2 eq by calendar year: 2/CMA.3 annex, paragraph 23(a).</summary>
    public IReadOnlyDictionary<int, decimal> Emissions { get; init; } = NoYears;

    /// <summary>Emissions and removals of the portion of the NDC of paragraph 10, t CO2 eq by calendar year: paragraph 23(b).</summary>
    public IReadOnlyDictionary<int, decimal> PortionEmissions { get; init; } = NoYears;

    /// <summary>Level of the indicator of an NDC in another metric, by calendar year: paragraph 23(i).</summary>
    public IReadOnlyDictionary<int, decimal> Indicator { get; init; } = NoYears;

    /// <summary>Indicative or multi-year trajectory or budget, by calendar year: paragraph 7(a)(i) or 7(b).</summary>
    public IReadOnlyDictionary<int, decimal> Trajectory { get; init; } = NoYears;

    /// <summary>Total greenhouse gas emissions and removals consistent with the coverage of the NDC, t CO2 eq: 18/CMA.1 annex, paragraph 77(b).</summary>
    public IReadOnlyDictionary<int, decimal> TotalEmissions { get; init; } = NoYears;

    /// <summary>Contribution of land use, land-use change and forestry where it is not in the total, t CO2 eq: paragraph 77(c).</summary>
    public IReadOnlyDictionary<int, decimal> LandUse { get; init; } = NoYears;

    /// <summary>Indicators the Party selected to track progress.</summary>
    public IReadOnlyList<ProgressIndicator> Indicators { get; init; } = [];

    /// <summary>The target that the last row compares with.</summary>
    public NdcTarget? Target { get; init; }

    /// <summary>Any other information: 18/CMA.1 annex, paragraph 77(d)(iii).</summary>
    public string? OtherInformation { get; init; }

    /// <summary>The Party's own statement whether the target was achieved: 18/CMA.1 annex, paragraph 70.</summary>
    public string? Achievement { get; init; }

    /// <summary>Reads the figures of a Party from a JSON file.</summary>
    /// <param name="file">Name of the file, for the message.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="party">The Party that reports.</param>
    /// <param name="period">Its NDC period; figures of other years are refused.</param>
    /// <exception cref="InputFileException">The file is not in its form; the message names the place.</exception>
    public static PartyFigures Read(string file, ReadOnlySpan<byte> bytes, PartyCode party, NdcPeriod period)
    {
        var figures = StrictJson.Read<PartyFigures>(file, bytes);
        return figures.Fault(party, period) is var (place, english, japanese)
            ? throw new InputFileException($"{file}, {place}: {english}", $"{file}、{place}：{japanese}")
            : figures;
    }

    /// <summary>These figures, with what is not given taken from others, for example those of a node's configuration.</summary>
    public PartyFigures Or(PartyFigures others) => Party is null ? others : this with
    {
        Emissions = Emissions.Count > 0 ? Emissions : others.Emissions,
        Indicator = Indicator.Count > 0 ? Indicator : others.Indicator,
        Trajectory = Trajectory.Count > 0 ? Trajectory : others.Trajectory,
    };

    /// <summary>The calculation with the figures it needs.</summary>
    public AdjustmentInputs AddTo(AdjustmentInputs inputs) => inputs with
    {
        Basis = Basis,
        Metric = Metric is null ? AdjustmentMetric.TonnesCo2Equivalent : new AdjustmentMetric(Metric),
        Emissions = Emissions,
        Indicator = Indicator,
        Trajectory = Trajectory,
    };

    private (string Place, string English, string Japanese)? Fault(PartyCode party, NdcPeriod period)
    {
        if (Format != FormatName) return ("format", $"'{Format}' is not {FormatName}.", $"「{Format}」は {FormatName} ではありません。");
        if (Party != party.Code) return ("party", $"the figures are of '{Party}', the report is of {party}.", $"「{Party}」の数値ですが、報告は {party} のものです。");
        if ((Metric is not null) != (Basis == AdjustmentBasis.NonGhgIndicator))
            return ("metric", "name the metric with the basis nonGhgIndicator, and only then.", "基準が nonGhgIndicator の場合に限り指標を記入してください。");
        if (Metric is { } metric && (metric.Length is 0 or > AdjustmentMetric.NameLengthMax || metric.Trim().Length != metric.Length))
            return ("metric", $"a metric has a name of 1 to {AdjustmentMetric.NameLengthMax} characters without blanks at its ends.", $"指標名は前後に空白のない 1～{AdjustmentMetric.NameLengthMax} 文字です。");
        if (Indicators.Count > IndicatorsMax) return ("indicators", $"there are more than {IndicatorsMax}.", $"{IndicatorsMax} 件を超えています。");
        foreach (var (name, years) in Series())
        {
            foreach (var (year, figure) in years)
            {
                if (!period.Contains(year)) return ($"{name}.{year}", $"the year is outside the NDC period {period}.", $"NDC 実施期間 {period} の外の年です。");
                if (Math.Abs(figure) > FigureMax) return ($"{name}.{year}", $"the figure is beyond {FigureMax}.", $"{FigureMax} を超えています。");
            }
        }

        var texts = Indicators.SelectMany(i => new[] { i.Name, i.Unit, i.ReferencePoint, i.TargetLevel, i.TargetPeriod, i.Progress }).Concat([OtherInformation, Achievement, Target?.Period, Target?.ReferencePoint]);
        return texts.Any(t => t?.Length > TextLengthMax) ? ("$", $"a text is longer than {TextLengthMax} characters.", $"{TextLengthMax} 文字を超える文があります。") : null;
    }

    private IEnumerable<(string Name, IReadOnlyDictionary<int, decimal> Years)> Series() =>
    [
        ("emissions", Emissions), ("portionEmissions", PortionEmissions), ("indicator", Indicator), ("trajectory", Trajectory), ("totalEmissions", TotalEmissions), ("landUse", LandUse),
        .. Indicators.Select((indicator, i) => ($"indicators[{i}].values", indicator.Values)),
    ];
}
