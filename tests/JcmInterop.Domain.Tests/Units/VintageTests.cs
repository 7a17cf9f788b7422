using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Units;

public sealed class VintageTests
{
    [Theory]
    [InlineData(1989, false)]
    [InlineData(1990, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void A_vintage_is_a_year_from_1990_to_2100(int year, bool valid)
    {
        Vintage.IsValid(year).ShouldBe(valid);
        if (!valid) Should.Throw<ArgumentOutOfRangeException>(() => new Vintage(year));
    }

    [Theory]
    [InlineData(2020, false)]
    [InlineData(2021, true)]
    public void The_Paris_era_starts_with_2021(int year, bool isParisEra) => new Vintage(year).IsParisEra.ShouldBe(isParisEra);

    [Fact]
    public void Vintages_sort_by_year() => new Vintage(2021).CompareTo(new Vintage(2022)).ShouldBeLessThan(0);
}
