using System.Globalization;

namespace JcmInterop.Reporting.Projections;

/// <summary>The two days of a report: what had happened by one, as known on the other. Either may be left open.</summary>
/// <param name="EffectiveUntil">Last day that counts by what took effect, included; nothing when everything does.</param>
/// <param name="RecordedUntil">Last moment that counts by what was recorded, included, UTC; nothing when everything does.</param>
public sealed record ReportDates(DateOnly? EffectiveUntil, DateTimeOffset? RecordedUntil)
{
    /// <summary>Everything counts.</summary>
    public static ReportDates Open { get; } = new(null, null);

    /// <summary>Whether everything counts.</summary>
    public bool IsOpen => EffectiveUntil is null && RecordedUntil is null;

    /// <summary>The day of <see cref="RecordedUntil"/>, UTC.</summary>
    public DateOnly? RecordedUntilDay => RecordedUntil is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;

    /// <summary>The last moment of a day, UTC: what "as known on" a day means.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);

    /// <summary>The same dates, with nothing counting that took effect after a day.</summary>
    public ReportDates NotAfter(DateOnly day) => EffectiveUntil <= day ? this : this with { EffectiveUntil = day };

    /// <summary>Both days in words, for the head of a report.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"as effective {(EffectiveUntil is { } day ? $"on {day:yyyy-MM-dd}" : "at any day")}, as known {(RecordedUntil is { } moment ? $"at {moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "now")}");
}
