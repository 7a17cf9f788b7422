using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Tests.Canonical;

public sealed class CanonicalNumberTests
{
    // RFC 8785, appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void A_double_prints_as_in_appendix_B(ulong bits, string expected) =>
        CanonicalNumber.Format(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(expected);

    [Theory]
    [InlineData(0x7fffffffffffffff)]
    [InlineData(0x7ff0000000000000)]
    public void A_value_JSON_cannot_say_is_refused(ulong bits) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CanonicalNumber.Format(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void A_printed_double_reads_back_to_the_same_double() =>
        Gen.Double.Where(double.IsFinite).Sample(value =>
            double.Parse(CanonicalNumber.Format(value), CultureInfo.InvariantCulture) == value);

    [Fact]
    public void Every_whole_number_up_to_two_to_the_53_prints_its_digits() =>
        Gen.Long[-9007199254740991, 9007199254740991].Sample(value =>
            Encoding.UTF8.GetString(CanonicalJson.Write(JsonSerializer.SerializeToUtf8Bytes(value))) == value.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9223372036854775807")]
    [InlineData("123456789012345678901234567890")]
    public void A_whole_number_that_would_lose_digits_is_refused(string number)
    {
        var thrown = Should.Throw<MalformedJsonException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes($$"""{"quantity":{{number}}}""")));
        thrown.Fault.Pointer.ShouldBe("/quantity");
        thrown.Fault.Sentence.ShouldContain("2^53");
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1E+309")]
    public void A_number_beyond_a_double_is_refused(string number) =>
        Should.Throw<MalformedJsonException>(() => CanonicalJson.Write(Encoding.UTF8.GetBytes(number)));

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("1E30", "1e+30")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("1e2", "100")]
    [InlineData("-12.5e-1", "-1.25")]
    [InlineData("0.50", "0.5")]
    [InlineData("5e-1", "0.5")]
    [InlineData("0.05", "0.05")]
    public void A_number_is_written_one_way_however_it_was_typed(string typed, string canonical) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(typed))).ShouldBe(canonical);
}
