using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Tests.Accounts;

public sealed class AccountNumberTests
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

    private static readonly Gen<AccountNumber> Numbers =
        Gen.Select(Gen.Char['A', 'Z'].Array[3], Gen.OneOf(Gen.Long[1, 999], Gen.Long[1, AccountNumber.NumberMax]), (party, number) => new AccountNumber(new PartyCode(new string(party)), number));

    [Theory]
    [InlineData("JPN", 1, "JPN-1-76")]
    [InlineData("THA", 102, "THA-102-09")]
    [InlineData("MNG", 101, "MNG-101-30")]
    public void Known_numbers_have_known_check_digits(string party, long number, string text) => new AccountNumber(new PartyCode(party), number).ToString().ShouldBe(text);

    [Fact]
    public void Every_number_is_read_back() => Numbers.Sample(number => AccountNumber.Parse(number.ToString()) == number);

    [Fact]
    public void Changing_any_one_character_is_detected() => Numbers.Sample(number =>
    {
        var text = number.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in Characters.Where(c => c != text[i]))
            {
                var changed = string.Concat(text.AsSpan(0, i), other.ToString(), text.AsSpan(i + 1));
                AccountNumber.TryParse(changed, out _).ShouldBeFalse($"{changed} was read although {text} was meant");
            }
        }
    }, iter: 200);

    [Fact]
    public void Swapping_two_neighbours_is_detected() => Numbers.Sample(number =>
    {
        var text = number.ToString().ToCharArray();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == text[i - 1]) continue;
            (text[i - 1], text[i]) = (text[i], text[i - 1]);
            AccountNumber.TryParse(new string(text), out _).ShouldBeFalse($"{new string(text)} was read although {number} was meant");
            (text[i - 1], text[i]) = (text[i], text[i - 1]);
        }
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("JPN-1")]
    [InlineData("JPN-01-76")]
    [InlineData("JPN-0-76")]
    [InlineData("JPN-1-076")]
    [InlineData("JPN-1-7")]
    [InlineData("JPN--76")]
    [InlineData("JP-1-76")]
    [InlineData("jpn-1-76")]
    [InlineData("JPN-1-76-")]
    [InlineData("JPN- 1-76")]
    [InlineData("JPN-+1-76")]
    [InlineData("JPN-1000000000000-00")]
    [InlineData("JPN-1234567890123456789012345-00")]
    public void Another_form_is_not_an_account_number(string? text)
    {
        AccountNumber.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => AccountNumber.Parse(text ?? ""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AccountNumber.NumberMax + 1)]
    public void A_running_number_is_in_range(long number) => Should.Throw<ArgumentOutOfRangeException>(() => new AccountNumber(PartyCode.Japan, number));

    [Fact]
    public void Numbers_sort_by_Party_and_running_number()
    {
        new AccountNumber(PartyCode.Japan, 9).CompareTo(new AccountNumber(PartyCode.Japan, 10)).ShouldBeLessThan(0);
        new AccountNumber(PartyCode.Japan, 9).CompareTo(new AccountNumber(new PartyCode("THA"), 1)).ShouldBeLessThan(0);
    }
}
