using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class MechanismSharesTests
{
    [Fact]
    public void The_host_adds_both_shares_before_anything_is_sold()
    {
        var shares = MechanismShares.Of(new UnitQuantity(10_000), WholeUnitRounding.Down);

        (shares.AdaptationFund.Tonnes, shares.OverallMitigation.Tonnes, shares.Remainder.Tonnes, shares.FirstTransferredAtIssuance.Tonnes).ShouldBe((500, 200, 9_300, 700));
    }

    [Theory]
    [InlineData(10_001, WholeUnitRounding.Up, 501, 201)]
    [InlineData(10_001, WholeUnitRounding.Down, 500, 200)]
    [InlineData(10_001, WholeUnitRounding.HalfUp, 500, 200)]
    [InlineData(10_010, WholeUnitRounding.HalfUp, 501, 200)]
    [InlineData(1, WholeUnitRounding.Up, 1, 0)]
    public void What_does_not_divide_is_rounded_by_the_named_rule(int issued, WholeUnitRounding rounding, int adaptation, int mitigation)
    {
        var shares = MechanismShares.Of(new UnitQuantity(issued), rounding);

        (shares.AdaptationFund.Tonnes, shares.OverallMitigation.Tonnes).ShouldBe((adaptation, mitigation));
    }

    [Fact]
    public void An_exempt_host_gives_no_share_for_adaptation() =>
        MechanismShares.Of(new UnitQuantity(10_000), WholeUnitRounding.Up, isExemptFromAdaptationShare: true).FirstTransferredAtIssuance.Tonnes.ShouldBe(200);

    [Theory]
    [InlineData(1)]
    [InlineData(96)]
    public void Less_than_two_percent_or_more_than_there_is_cannot_be_asked_for(int percent) =>
        Should.Throw<ArgumentOutOfRangeException>(() => MechanismShares.Of(new UnitQuantity(100), WholeUnitRounding.Up, percent));

    [Fact]
    public void Shares_and_remainder_are_the_issued_amount() =>
        Gen.Select(Gen.Long[0, UnitQuantity.TonnesMax], Gen.Enum<WholeUnitRounding>(), Gen.Int[200, 9_500]).Sample((issued, rounding, percent) =>
        {
            var shares = MechanismShares.Of(new UnitQuantity(issued), rounding, percent / 100m);

            (shares.AdaptationFund + shares.OverallMitigation + shares.Remainder).Tonnes.ShouldBe(issued);
        });
}
