using CsCheck;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Units;

public sealed class ItmoIdTests
{
    [Theory]
    [InlineData("CA0001-IDN01-IDN-12345678-2024", "CA0001-IDN01-IDN-12345678-2024")]
    [InlineData("CA0001-JPN01-IDN-1,000-2024", "CA0001-JPN01-IDN-1000-2024")]
    [InlineData("CA9999-THA01-THA-1-2021", "CA9999-THA01-THA-1-2021")]
    [InlineData("CA0001-IDN01-IDN-1,234,567-2024", "CA0001-IDN01-IDN-1234567-2024")]
    public void A_valid_id_is_read_and_written_without_separators(string text, string written)
    {
        ItmoId.TryParse(text, out var id).ShouldBeTrue();
        id.ShouldNotBeNull().ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("CA0001-IDN01-IDN-0001-2024", "a serial has no leading zeros")]
    [InlineData("CA0001-IDN01-IDN-0-2024", "serials start at 1")]
    [InlineData("CA0001-ID01-ID-1-2024", "Parties are alpha-3")]
    [InlineData("CA0001-IDN01-ID-1-2024", "the Party is alpha-3")]
    [InlineData("CA001-IDN01-IDN-1-2024", "a cooperative approach has four digits")]
    [InlineData("CA00001-IDN01-IDN-1-2024", "a cooperative approach has four digits")]
    [InlineData("CA0001-IDN1-IDN-1-2024", "a registry has two digits")]
    [InlineData("CA0001-IDN01-IDN-1,00-2024", "separators stand before three digits")]
    [InlineData("CA0001-IDN01-IDN-1000,000-2024", "separators are used everywhere or nowhere")]
    [InlineData("CA0001-IDN01-IDN-,100-2024", "a serial starts with a digit")]
    [InlineData("CA0001-IDN01-IDN-1-24", "a vintage has four digits")]
    [InlineData("CA0001-IDN01-IDN-1-1989", "a vintage is 1990 or later")]
    [InlineData("ca0001-idn01-idn-1-2024", "upper case only")]
    [InlineData("CA0001-IDN01-IDN-1-2024\n", "nothing follows")]
    [InlineData(" CA0001-IDN01-IDN-1-2024", "nothing precedes")]
    [InlineData("CA0001-IDN01-IDN-99999999999999999999-2024", "a serial is a 64-bit number")]
    [InlineData("CA0001-IDN01-IDN-１-2024", "ASCII digits only")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Another_form_is_not_an_id(string? text, string why) => ItmoId.TryParse(text, out _).ShouldBeFalse(why);

    [Fact]
    public void Every_id_is_read_back() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 99], Gen.Long[1, long.MaxValue], Gen.Int[1990, 2100]).Sample((ca, registry, serial, year) =>
        {
            var id = new ItmoId(new CooperativeApproachId($"CA{ca:0000}"), new PartyRegistryId($"THA{registry:00}"), new PartyCode("THA"), serial, new Vintage(year));
            return ItmoId.TryParse(id.ToString(), out var read) && read == id;
        });

    [Fact]
    public void A_part_of_a_block_keeps_the_offset_between_unit_and_ITMO_serial()
    {
        var block = new ItmoBlock(new CooperativeApproachId("CA9999"), new PartyRegistryId("THA01"), new PartyCode("THA"), 101);

        block.Id(3, new Vintage(2021)).ToString().ShouldBe("CA9999-THA01-THA-104-2021");
        block.From(3).Id(0, new Vintage(2021)).ShouldBe(block.Id(3, new Vintage(2021)));
        Should.Throw<OverflowException>(() => block.From(long.MaxValue));
    }
}
