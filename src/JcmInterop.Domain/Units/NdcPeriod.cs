namespace JcmInterop.Domain.Units;

/// <summary>An NDC implementation period; both years are included.</summary>
/// <param name="FirstYear">First calendar year.</param>
/// <param name="LastYear">Last calendar year, included.</param>
public sealed record NdcPeriod(int FirstYear, int LastYear)
{
    /// <summary>The period 2021 to 2030.</summary>
    public static NdcPeriod Decade2021 { get; } = new(2021, 2030);

    /// <summary>Whether a calendar year is in the period.</summary>
    public bool Includes(int year) => FirstYear <= year && year <= LastYear;

    /// <summary>Both years.</summary>
    public override string ToString() => $"{FirstYear}-{LastYear}";
}
