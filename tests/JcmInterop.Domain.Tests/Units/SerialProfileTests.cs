using CsCheck;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Units;

public sealed class SerialProfileTests
{
    private static readonly Gen<SerialElement> Neighbour = Gen.OneOf(
        new SerialElement(SerialElementKind.Literal, "JCM"), new SerialElement(SerialElementKind.Literal, "01"), new SerialElement(SerialElementKind.IssuingParty),
        new SerialElement(SerialElementKind.Counterpart), new SerialElement(SerialElementKind.ProjectReference), new SerialElement(SerialElementKind.Vintage));

    [Fact]
    public void The_neutral_layout_prints_party_counterpart_project_vintage_number() =>
        SerialProfile.Neutral.Range(new PartyCode("THA"), PartyCode.Japan, "TH014", new Vintage(2021), 1, 2_017).ToString()
            .ShouldBe("THA-JPN-TH014-2021-1..THA-JPN-TH014-2021-2017");

    [Fact]
    public void A_number_can_be_read_back_out_of_every_printed_serial() =>
        Gen.Select(Neighbour.Array[0, 4], Neighbour.Array[0, 4], Gen.OneOf("-", "/", "."), Gen.Long[1, 10_000_000]).Sample((before, after, separator, number) =>
        {
            var profile = new SerialProfile("any", separator, [.. before, new SerialElement(SerialElementKind.Number), .. after]);
            var serials = profile.Range(new PartyCode("THA"), PartyCode.Japan, "TH014", new Vintage(2021), number, number);
            var parts = serials.FirstText.Split(separator);
            return parts.Length == before.Length + after.Length + 1 && parts[before.Length] == serials.First.ToString()
                && serials.First == number && serials.Final == number;
        });

    [Fact]
    public void Exactly_one_element_is_the_number()
    {
        var number = new SerialElement(SerialElementKind.Number);

        Should.Throw<ArgumentException>(() => new SerialProfile("none", "-", []));
        Should.Throw<ArgumentException>(() => new SerialProfile("two", "-", [number, number]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("a")]
    public void A_separator_parts_the_number_from_its_neighbours(string separator) =>
        Should.Throw<ArgumentException>(() => new SerialProfile("unclear", separator, [new SerialElement(SerialElementKind.Number)]));
}
