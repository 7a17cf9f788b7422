using System.Globalization;
using System.Runtime.InteropServices;

namespace JcmInterop.Domain.Adjustments;

/// <summary>The implementation period of a nationally determined contribution, in calendar years; both ends are included.</summary>
/// <remarks>Table 1 of the agreed electronic format states its first and last year. Source: decision 4/CMA.6 annex II; 2/CMA.3 annex, paragraph 7.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NdcPeriod
{
    /// <summary>Longest period accepted, in years: a bound on work, not a rule of the Agreement.</summary>
    public const int YearsMax = 50;

    /// <summary>Creates a period.</summary>
    /// <param name="firstYear">First calendar year, included; 2000 to 2100.</param>
    /// <param name="lastYear">Last calendar year, included; not before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The years are out of order or out of bounds.</exception>
    public NdcPeriod(int firstYear, int lastYear)
    {
        if (firstYear is < 2000 or > 2100) throw new ArgumentOutOfRangeException(nameof(firstYear), firstYear, "An NDC period starts between 2000 and 2100.");
        if (lastYear < firstYear || lastYear - firstYear >= YearsMax)
            throw new ArgumentOutOfRangeException(nameof(lastYear), lastYear, $"An NDC period ends in or after {firstYear} and has at most {YearsMax} years.");
        FirstYear = firstYear;
        LastYear = lastYear;
    }

    /// <summary>The period 2021 to 2030, for which most Parties have an NDC.</summary>
    public static NdcPeriod Decade2021 { get; } = new(2021, 2030);

    /// <summary>First calendar year, included.</summary>
    public int FirstYear { get; }

    /// <summary>Last calendar year, included.</summary>
    public int LastYear { get; }

    /// <summary>Number of calendar years.</summary>
    public int Years => LastYear - FirstYear + 1;

    /// <summary>Whether a calendar year is inside the period.</summary>
    public bool Contains(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>Years elapsed at the end of <paramref name="year"/>: 0 before the period, never more than <see cref="Years"/>.</summary>
    public int ElapsedAtEndOf(int year) => Math.Clamp(year - FirstYear + 1, 0, Years);

    /// <summary>The years in order.</summary>
    public IEnumerable<int> EachYear() => Enumerable.Range(FirstYear, Years);

    /// <summary><c>yyyy-yyyy</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstYear:0000}-{LastYear:0000}");
}
