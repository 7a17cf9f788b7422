using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Messages.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;
using JcmInterop.Server.Reading;

namespace JcmInterop.Server.Reports;

/// <summary>What a client asks of a report, read from the parameters of the request; the first that is not usable is the problem.</summary>
internal sealed class ReportRequest(HttpRequest request)
{
    /// <summary>Why a parameter is not usable; nothing while all are.</summary>
    public IResult? Problem { get; private set; }

    /// <summary>Calendar year, inside a range of reason.</summary>
    public int Year(string name, int standIn) => Read(name, standIn, "a year such as 2025", text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null);

    /// <summary>A day; nothing where none is given.</summary>
    public DateOnly? Day(string name) => Read<DateOnly>(name, null, "a day such as 2025-12-31", text => TryDay(text, out var day) ? day : null);

    /// <summary>The two days of a report: <c>effectiveUntil</c>, a day, and <c>recordedUntil</c>, a day until its end or an instant.</summary>
    public ReportDates Dates() => new(Day("effectiveUntil"), Read<DateTimeOffset>("recordedUntil", null, "a day such as 2025-12-31, or an instant such as 2026-01-02T03:04:05.678Z", text =>
        WireInstant.TryParse(text, out var instant) ? instant : TryDay(text, out var day) ? ReportDates.EndOf(day) : null));

    /// <summary>A calendar year; nothing where none is given.</summary>
    public int? OptionalYear(string name) => request.Query[name].Count == 0 ? null : Year(name, 0);

    /// <summary>One of some words.</summary>
    public string Word(string name, params IReadOnlyList<string> words)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0) return words[0];
        if (!words.Contains(text, StringComparer.Ordinal)) Bad(name, text, string.Join(" / ", words));
        return text;
    }

    /// <summary>Version of a submission.</summary>
    public AefSubmissionVersion Version() => Read(
        "version", AefSubmissionVersion.First, "a version such as 1.0", text => AefSubmissionVersion.TryParse(text, out var version) ? version : null);

    /// <summary>The method of the corresponding adjustments; what the Party has stated where the request names none, and nothing where neither does.</summary>
    public AdjustmentMethod? Method(NdcStatement? stated) => request.Query["method"].Count == 0 ? stated?.Method : Word("method", "averaging", "trajectory", "multi-year") switch
    {
        "trajectory" => AdjustmentMethod.SingleYearTrajectory,
        "multi-year" => AdjustmentMethod.MultiYear,
        _ => AdjustmentMethod.SingleYearAveraging,
    };

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private T Read<T>(string name, T standIn, string expected, Func<string, T?> read)
        where T : struct => Read(name, (T?)standIn, expected, read) ?? standIn;

    private T? Read<T>(string name, T? standIn, string expected, Func<string, T?> read)
        where T : struct
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0) return standIn;
        var value = read(text);
        if (value is null) Bad(name, text, expected);
        return value ?? standIn;
    }

    private void Bad(string name, string text, string expected) => Problem ??= PageRequest.Bad(name, text.Length > 40 ? text[..40] + "…" : text, expected);
}
