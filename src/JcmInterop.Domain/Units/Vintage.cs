using System.Globalization;

namespace JcmInterop.Domain.Units;

/// <summary>The calendar year in which the underlying mitigation occurred.</summary>
/// <remarks>Not the year of issuance, of an action, or for which a unit is used. Source: decision 6/CMA.4 annex I, paragraph 5.</remarks>
public readonly record struct Vintage : IComparable<Vintage>
{
    /// <summary>The first year whose mitigation can be an internationally transferred mitigation outcome: 2/CMA.3 annex, paragraph 1(e).</summary>
    public const int FirstParisYear = 2021;

    /// <summary>Creates a vintage.</summary>
    /// <param name="year">Calendar year, 1990 to 2100, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that range.</exception>
    public Vintage(int year)
    {
        if (!IsValid(year)) throw new ArgumentOutOfRangeException(nameof(year), year, "A vintage is a calendar year from 1990 to 2100.");
        Year = year;
    }

    /// <summary>Calendar year.</summary>
    public int Year { get; }

    /// <summary>Whether mitigation of this year can be an ITMO (2021 or later): 2/CMA.3 annex, paragraph 1(e).</summary>
    public bool IsParisEra => Year >= FirstParisYear;

    /// <summary>Whether a year can be a vintage.</summary>
    public static bool IsValid(int year) => year is >= 1990 and <= 2100;

    /// <inheritdoc/>
    public int CompareTo(Vintage other) => Year.CompareTo(other.Year);

    /// <summary>Four digits.</summary>
    public override string ToString() => Year.ToString("0000", CultureInfo.InvariantCulture);
}
