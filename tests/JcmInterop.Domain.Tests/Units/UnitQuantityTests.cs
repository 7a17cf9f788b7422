using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Units;

public sealed class UnitQuantityTests
{
    [Fact]
    public void A_quantity_is_never_negative()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new UnitQuantity(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new UnitQuantity(1) - new UnitQuantity(2));
    }

    [Fact]
    public void Sums_and_quantities_are_bounded()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new UnitQuantity(UnitQuantity.TonnesMax + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new UnitQuantity(UnitQuantity.TonnesMax) + new UnitQuantity(1));
    }

    [Fact]
    public void A_thousand_of_the_longest_ranges_are_still_a_quantity() => new UnitQuantity(1_000 * SerialRange.NumberMax).Tonnes.ShouldBeLessThan(UnitQuantity.TonnesMax);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1_008, 1_009)]
    public void Quantities_compare_as_numbers(long smaller, long larger)
    {
        var (less, more) = (new UnitQuantity(smaller), new UnitQuantity(larger));

        (less < more).ShouldBeTrue();
        (less <= more).ShouldBeTrue();
        (more > less).ShouldBeTrue();
        (more >= less).ShouldBeTrue();
        (less > more).ShouldBeFalse();
        (more < less).ShouldBeFalse();
        less.CompareTo(more).ShouldBeLessThan(0);
        less.IsZero.ShouldBe(smaller == 0);
        (more - less).ShouldBe(new UnitQuantity(1));
        (more + UnitQuantity.Zero).ShouldBe(more);
    }

    [Fact]
    public void The_text_is_the_plain_number() => new UnitQuantity(1_234_567).ToString().ShouldBe("1234567");
}
