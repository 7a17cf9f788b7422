using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Adjustments;

namespace JcmInterop.Server.Configuration;

/// <summary>Checks how the configuration accounts for NDCs.</summary>
internal static class NdcSettings
{
    private const int SourceLengthMax = 500;

    public static NdcStatements Check(IReadOnlyList<NdcOptions> options, PartyCode party)
    {
        var statements = options.Select((o, i) => Statement(o, $"ndcs[{i}]")).ToList();
        if (statements.GroupBy(s => (s.Period, s.Metric)).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            throw NodeStartException.Configuration("ndcs", $"{twice.Period} is there twice for {twice.Metric}", $"{twice.Period} ({twice.Metric}) が重複しています");
        if (statements.GroupBy(s => s.Period).FirstOrDefault(g => g.Select(s => s.Method).Distinct().Count() > 1)?.Key is { } several)
            throw NodeStartException.Configuration("ndcs", $"{several} has several methods; one holds for the whole period", $"{several} に複数の方法が指定されています。期間を通じて一つだけです");
        return new NdcStatements(party, statements);
    }

    private static NdcStatement Statement(NdcOptions options, string at)
    {
        var period = RegistrySettings.Period(new NdcPeriodOptions(options.FirstYear, options.FinalYear), at);
        var basis = Word<AdjustmentBasis>(options.Basis, $"{at}.basis");
        if (options.Source.Trim().Length is 0 or > SourceLengthMax)
            throw NodeStartException.Configuration($"{at}.source", $"it has not 1 to {SourceLengthMax} characters; say where the Party states this", $"締約国がどこで述べているかを {SourceLengthMax} 文字以内で記入してください");
        return new NdcStatement(period, Word<AdjustmentMethod>(options.Method, $"{at}.method"), basis, Metric(options.Metric, basis, $"{at}.metric"), options.StatedOn, options.Source)
        {
            Emissions = InPeriod(options.Emissions, period, $"{at}.emissions"),
            Indicator = InPeriod(options.Indicator, period, $"{at}.indicator"),
            Trajectory = InPeriod(options.Trajectory, period, $"{at}.trajectory"),
        };
    }

    private static AdjustmentMetric Metric(string? name, AdjustmentBasis basis, string property)
    {
        try
        {
            var metric = name is null ? AdjustmentMetric.TonnesCo2Equivalent : new AdjustmentMetric(name);
            return metric.IsNonGhg == (basis == AdjustmentBasis.NonGhgIndicator)
                ? metric
                : throw NodeStartException.Configuration(
                    property, $"{AdjustmentNames.Word(basis)} is not accounted for in {metric}; a non-ghg-indicator needs a metric of its own, every other basis has t CO2 eq", $"{AdjustmentNames.Word(basis)} と {metric} の組合せは使用できません");
        }
        catch (ArgumentException error)
        {
            throw NodeStartException.Configuration(property, $"'{name}' is no name of a metric of 1 to {AdjustmentMetric.NameLengthMax} characters", $"'{name}' は指標の名称として使用できません", error);
        }
    }

    private static T Word<T>(string text, string property)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (AdjustmentNames.Word(value) == text) return value;
        }

        var words = string.Join(", ", Enum.GetValues<T>().Select(AdjustmentNames.Word));
        throw NodeStartException.Configuration(property, $"'{text}' is none of {words}", $"'{text}' は {words} のいずれでもありません");
    }

    private static IReadOnlyDictionary<int, decimal> InPeriod(IReadOnlyDictionary<int, decimal> byYear, NdcPeriod period, string property) =>
        byYear.Keys.Where(year => !period.Contains(year)).Order().Select(year => (int?)year).FirstOrDefault() is { } outside
            ? throw NodeStartException.Configuration(property, $"the year {outside} is outside {period}", $"{outside} 年は {period} の外です")
            : byYear;
}
