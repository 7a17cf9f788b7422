using System.CommandLine;
using System.Globalization;
using JcmInterop.Cli.Terminal;
using JcmInterop.Messages.Json;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Cli.Filings;

/// <summary>The two options by which a report can be asked for as effective on one day and as known on another.</summary>
internal sealed class ReportDateOptions
{
    private const string DayForm = "yyyy-MM-dd";

    private readonly Option<string> effectiveUntil = new("--effective-until") { Description = $"Count only what took effect by the end of this day, {DayForm}." };
    private readonly Option<string> recordedUntil = new("--recorded-until") { Description = $"Count only what was recorded by the end of this day, {DayForm} in UTC, or by an instant such as 2026-01-02T03:04:05.678Z." };

    /// <summary>Both options.</summary>
    public IEnumerable<Option> All => [effectiveUntil, recordedUntil];

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputFault">A day is not one.</exception>
    public ReportDates Of(ParseResult asked) => new(
        asked.GetValue(effectiveUntil) is { } day ? Day(day) : null,
        asked.GetValue(recordedUntil) is not { } recorded ? null : WireInstant.TryParse(recorded, out var instant) ? instant : ReportDates.EndOf(Day(recorded)));

    /// <summary>A day as people write it on a command line.</summary>
    /// <exception cref="InputFault">It is not one.</exception>
    public static DateOnly Day(string text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new InputFault($"'{text}' is not a day in the form {DayForm}.", $"'{text}' は {DayForm} の形式の日付ではありません。");
}
