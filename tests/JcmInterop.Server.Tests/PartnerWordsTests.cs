using System.Text;
using CsCheck;
using JcmInterop.Server.Partners;

namespace JcmInterop.Server.Tests;

public sealed class PartnerWordsTests
{
    [Theory]
    [InlineData("""{"detail":"Send 7 first.","expectedSequence":7}""", "Send 7 first.", 7L)]
    [InlineData("""{"rule":9101,"expectedSequence":"7"}""", """{"expectedSequence":"7","rule":9101}""", null)]
    [InlineData("<html>Bad gateway</html>", "<html>Bad gateway</html>", null)]
    [InlineData("""{"detail":"\ud800"}""", """{"detail":"\ud800"}""", null)]
    [InlineData("""{"expectedSequence":1e400}""", """{"expectedSequence":1e400}""", null)]
    [InlineData("[]", "[]", null)]
    [InlineData("", "", null)]
    public void Whatever_a_partner_says_is_kept(string body, string words, long? expected) => PartnerWords.Read(Encoding.UTF8.GetBytes(body)).ShouldBe((words, expected));

    [Fact]
    public void Any_bytes_have_an_answer_of_bounded_length() =>
        Gen.OneOf(Gen.Byte.Array, Gen.String.Select(s => Encoding.UTF8.GetBytes($$"""{"detail":"{{s}}"}"""))).Sample(body => PartnerWords.Read(body).Words.Length <= PartnerWords.WordsMax);
}
