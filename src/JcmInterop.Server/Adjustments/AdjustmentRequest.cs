using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Grains.Problems;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reading;
using JcmInterop.Server.Reports;

namespace JcmInterop.Server.Adjustments;

/// <summary>What a client asks of corresponding adjustments, read from the parameters of the request; the first that is not usable is the problem.</summary>
internal sealed class AdjustmentRequest
{
    private readonly HttpRequest request;
    private readonly ReportRequest words;
    private readonly IResult? unstated;
    private IResult? bad;

    public AdjustmentRequest(HttpRequest request, NdcStatements statements)
    {
        this.request = request;
        words = new ReportRequest(request);
        Party = statements.Party;
        var (period, metric) = (request.Query["period"].ToString(), request.Query["metric"].ToString());
        var found = statements.All.Where(s => (period.Length == 0 || s.Period.ToString() == period) && (metric.Length == 0 || s.Metric.ToString() == metric)).ToList();
        if (found is [var only]) Statement = only;
        else if (found.Count == 0) unstated = ProblemAnswer.Of(StatusCodes.Status400BadRequest, NodeProblems.NdcUnstated($"{Party} {Shown(period)}".TrimEnd(), Shown(metric)));
        else bad = PageRequest.Bad(period.Length == 0 ? "period" : "metric", "", string.Join(" / ", found.Select(s => period.Length == 0 ? s.Period.ToString() : s.Metric.ToString()).Distinct()));
    }

    /// <summary>This side.</summary>
    public PartyCode Party { get; }

    /// <summary>The NDC period and metric asked for; the only one where none is named.</summary>
    public NdcStatement? Statement { get; }

    /// <summary>Why a parameter is not usable; nothing while all are.</summary>
    public IResult? Problem => unstated ?? bad ?? words.Problem;

    /// <summary>The days as of which is asked: <c>effectiveUntil</c> and <c>recordedUntil</c>, or the same words behind a prefix.</summary>
    public AdjustmentDates Dates(string prefix = "") => new(words.Day(Name(prefix, "effectiveUntil")), words.Day(Name(prefix, "recordedUntil")));

    /// <summary>The figure to open, and which page of its records.</summary>
    public FigureAsked Figure()
    {
        var year = words.Year("year", 0);
        if (Statement is { } statement && !statement.Period.Contains(year)) bad ??= PageRequest.Bad("year", Shown(request.Query["year"].ToString()), $"a year of {statement.Period}");
        var figures = Enum.GetValues<AdjustmentFigure>().ToDictionary(Name, StringComparer.Ordinal);
        var figure = figures.GetValueOrDefault(words.Word("figure", [Name(AdjustmentFigure.CorrespondingAdjustment), .. figures.Keys]));
        var page = PageRequest.ReadNumber(request, FigureAsked.LimitMax, out var problem) ?? (0, 1);
        if (page.After > int.MaxValue) problem = PageRequest.Bad("after", page.After.ToString(CultureInfo.InvariantCulture), "what the page before names as next");
        bad ??= problem;
        return new FigureAsked(year, figure, (int)Math.Min(page.After, int.MaxValue), page.Limit);
    }

    private static string Name(string prefix, string word) => prefix.Length == 0 ? word : $"{prefix}{char.ToUpperInvariant(word[0])}{word[1..]}";

    private static string Name(AdjustmentFigure figure) => JsonNamingPolicy.CamelCase.ConvertName(figure.ToString());

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
