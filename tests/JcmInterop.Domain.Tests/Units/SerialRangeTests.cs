using CsCheck;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Units;

public sealed class SerialRangeTests
{
    private static readonly Gen<string> Affix = Gen.OneOf("", "JPN-THA-TH014-2021-", "A ", "x/", "~").Where(a => SerialRange.Fault(a, 1, 1, "") is null);

    private static readonly Gen<SerialRange> Ranges =
        Gen.Select(Affix, Gen.Long[1, 1_000_000], Gen.Long[0, 5_000], Gen.OneOf("", "-JP", "/2021x"), (prefix, first, length, suffix) => new SerialRange(prefix, first, first + length, suffix));

    [Theory]
    [InlineData("A-", 1, 1, "", null)]
    [InlineData("", 5, 9, "", null)]
    [InlineData("A-", 0, 1, "", "start at 1")]
    [InlineData("A-", 5, 4, "", "before the first")]
    [InlineData("A-", SerialRange.NumberMax, SerialRange.NumberMax, "", null)]
    [InlineData("A-", 1, SerialRange.NumberMax + 1, "", "end at")]
    [InlineData("A1", 1, 1, "", "does not end in a digit")]
    [InlineData("A-", 1, 1, "1", "does not begin with a digit")]
    [InlineData("A|", 1, 1, "", "no vertical bar")]
    [InlineData(" A-", 1, 1, "", "no space at its ends")]
    [InlineData("A-", 1, 1, "B ", "no space at its ends")]
    [InlineData("Ä-", 1, 1, "", "printable ASCII")]
    [InlineData(null, 1, 1, "", "needs a prefix")]
    [InlineData("A-", 1, 1, null, "needs a prefix and a suffix")]
    public void Parts_of_a_range_are_checked(string? prefix, long first, long final, string? suffix, string? fault)
    {
        if (fault is null) SerialRange.Fault(prefix, first, final, suffix).ShouldBeNull();
        else SerialRange.Fault(prefix, first, final, suffix).ShouldNotBeNull().ShouldContain(fault);
    }

    [Fact]
    public void An_affix_has_at_most_96_characters()
    {
        SerialRange.Fault(new string('a', SerialRange.AffixLengthMax), 1, 1, "").ShouldBeNull();
        SerialRange.Fault(new string('a', SerialRange.AffixLengthMax + 1), 1, 1, "").ShouldNotBeNull();
        SerialRange.Fault("", 1, 1, new string('a', SerialRange.AffixLengthMax + 1)).ShouldNotBeNull();
    }

    [Fact]
    public void A_faulty_range_cannot_be_made() => Should.Throw<ArgumentException>(() => new SerialRange("A-", 2, 1)).Message.ShouldContain("before the first");

    [Fact]
    public void Both_ends_are_included()
    {
        var range = new SerialRange("A-", 5, 9, "-Z");

        range.Quantity.Tonnes.ShouldBe(5);
        range.FirstText.ShouldBe("A-5-Z");
        range.FinalText.ShouldBe("A-9-Z");
        range.ToString().ShouldBe("A-5-Z..A-9-Z");
        range.Slice(9, 9).ToString().ShouldBe("A-9-Z");
    }

    [Fact]
    public void Slicing_keeps_prefix_and_suffix_and_adds_up() =>
        Gen.Select(Ranges, Gen.Double.Unit).Sample((range, where) =>
        {
            var cut = range.First + (long)((range.Final - range.First) * where);
            var left = range.Slice(range.First, cut);
            left.SharesAffixesWith(range).ShouldBeTrue();
            range.Contains(left).ShouldBeTrue();
            if (cut == range.Final) return left == range;
            var right = range.Slice(cut + 1, range.Final);
            return left.Quantity + right.Quantity == range.Quantity && !left.Overlaps(right) && range.Contains(right)
                && right.Prefix == range.Prefix && right.Suffix == range.Suffix && left.CompareTo(right) < 0;
        });

    [Fact]
    public void Overlap_is_sharing_a_serial() =>
        Gen.Select(Ranges, Ranges).Sample((one, other) =>
        {
            var shares = one.Prefix == other.Prefix && one.Suffix == other.Suffix && Math.Max(one.First, other.First) <= Math.Min(one.Final, other.Final);
            return one.Overlaps(other) == shares && other.Overlaps(one) == shares && (!one.Contains(other) || shares);
        });

    [Theory]
    [InlineData(4, 6)]
    [InlineData(6, 10)]
    [InlineData(7, 6)]
    public void A_slice_outside_the_range_is_refused(long first, long final) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SerialRange("A-", 5, 9).Slice(first, final));

    [Fact]
    public void Taking_gives_the_lowest_serials()
    {
        var range = new SerialRange("A-", 5, 9);

        range.Take(new UnitQuantity(2)).ShouldBe(new SerialRange("A-", 5, 6));
        range.Take(new UnitQuantity(5)).ShouldBe(range);
        Should.Throw<ArgumentOutOfRangeException>(() => range.Take(new UnitQuantity(6)));
        Should.Throw<ArgumentOutOfRangeException>(() => range.Take(UnitQuantity.Zero));
    }

    [Fact]
    public void Serials_sort_by_number_and_not_as_text()
    {
        var two = new SerialRange("A-", 2, 2);
        var ten = new SerialRange("A-", 10, 10);

        two.CompareTo(ten).ShouldBeLessThan(0);
        two.CompareTo(new SerialRange("B-", 1, 1)).ShouldBeLessThan(0);
        two.CompareTo(new SerialRange("A-", 1, 1, "-Z")).ShouldBeLessThan(0);
        two.CompareTo(new SerialRange("A-", 2, 3)).ShouldBeLessThan(0);
        two.CompareTo(null).ShouldBe(1);
    }
}
