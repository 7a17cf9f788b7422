using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Tests.Parties;

public sealed class BilateralRegistryIdTests
{
    [Theory]
    [InlineData("JPN", "THA", "JPN-THA")]
    [InlineData("THA", "JPN", "JPN-THA")]
    [InlineData("AUS", "JPN", "JPN-AUS")]
    [InlineData("JPN", "AUS", "JPN-AUS")]
    [InlineData("SGP", "GHA", "GHA-SGP")]
    [InlineData("GHA", "SGP", "GHA-SGP")]
    public void Japan_comes_first_and_other_pairs_are_in_alphabetical_order(string one, string other, string text)
    {
        var id = new BilateralRegistryId(new PartyCode(one), new PartyCode(other));

        id.ToString().ShouldBe(text);
        BilateralRegistryId.Parse(text).ShouldBe(id);
        id.Includes(new PartyCode(one)).ShouldBeTrue();
        id.CounterpartOf(new PartyCode(one)).ShouldBe(new PartyCode(other));
        id.CounterpartOf(new PartyCode(other)).ShouldBe(new PartyCode(one));
    }

    [Theory]
    [InlineData("THA-JPN")]
    [InlineData("SGP-GHA")]
    [InlineData("JPN-JPN")]
    [InlineData("JPNTHA")]
    [InlineData("jpn-tha")]
    [InlineData("JPN_THA")]
    [InlineData("JPN-THA-")]
    [InlineData(null)]
    public void Another_form_is_not_the_id_of_a_pair(string? text)
    {
        BilateralRegistryId.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => BilateralRegistryId.Parse(text ?? ""));
    }

    [Fact]
    public void A_Party_has_no_registry_with_itself() => Should.Throw<ArgumentException>(() => new BilateralRegistryId(PartyCode.Japan, PartyCode.Japan));

    [Fact]
    public void A_third_Party_is_no_side()
    {
        var id = BilateralRegistryId.Parse("JPN-THA");

        id.Includes(new PartyCode("MNG")).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => id.CounterpartOf(new PartyCode("MNG")));
        id.CompareTo(BilateralRegistryId.Parse("JPN-VNM")).ShouldBeLessThan(0);
    }
}
