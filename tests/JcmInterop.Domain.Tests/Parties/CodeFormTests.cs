using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Tests.Parties;

public sealed class CodeFormTests
{
    [Theory]
    [InlineData("JPN", true)]
    [InlineData("EUE", true)]
    [InlineData("JP", false)]
    [InlineData("jpn", false)]
    [InlineData("JP1", false)]
    [InlineData("ＪＰＮ", false)]
    [InlineData(null, false)]
    public void A_Party_code_is_alpha_3(string? text, bool valid) => Check(text, valid, PartyCode.IsValid, t => new PartyCode(t).ToString());

    [Theory]
    [InlineData("CA0001", true)]
    [InlineData("CA001", false)]
    [InlineData("CA00001", false)]
    [InlineData("CB0001", false)]
    [InlineData("ca0001", false)]
    [InlineData("CA000x", false)]
    [InlineData(null, false)]
    public void A_cooperative_approach_is_CA_and_four_digits(string? text, bool valid) => Check(text, valid, CooperativeApproachId.IsValid, t => new CooperativeApproachId(t).ToString());

    [Theory]
    [InlineData("JPN01", true)]
    [InlineData("JPN1", false)]
    [InlineData("JP001", false)]
    [InlineData("JPN0x", false)]
    [InlineData(null, false)]
    public void A_Party_registry_is_a_Party_and_two_digits(string? text, bool valid)
    {
        Check(text, valid, PartyRegistryId.IsValid, t => new PartyRegistryId(t).ToString());
        if (valid) new PartyRegistryId(text!).Party.ToString().ShouldBe(text![..3]);
    }

    [Theory]
    [InlineData("TH014", true)]
    [InlineData("TH14", false)]
    [InlineData("th014", false)]
    [InlineData("THA14", false)]
    [InlineData(null, false)]
    public void A_project_reference_is_two_letters_and_three_digits(string? text, bool valid) => Check(text, valid, ProjectReference.IsValid, t => new ProjectReference(t).ToString());

    [Theory]
    [InlineData("MN-2026-01-24", true)]
    [InlineData("a/b.c-1", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a|b", false)]
    [InlineData(null, false)]
    public void A_decision_id_has_letters_digits_and_three_signs(string? text, bool valid) => Check(text, valid, DecisionId.IsValid, t => new DecisionId(t).ToString());

    [Theory]
    [InlineData("DEMO THA/1.2-3", true)]
    [InlineData(" A", false)]
    [InlineData("A ", false)]
    [InlineData("", false)]
    [InlineData("A_B", false)]
    [InlineData(null, false)]
    public void An_authorization_id_has_letters_digits_and_four_signs(string? text, bool valid) => Check(text, valid, AuthorizationId.IsValid, t => new AuthorizationId(t).ToString());

    [Fact]
    public void Ids_have_at_most_64_characters()
    {
        DecisionId.IsValid(new string('a', 64)).ShouldBeTrue();
        DecisionId.IsValid(new string('a', 65)).ShouldBeFalse();
        AuthorizationId.IsValid(new string('a', 64)).ShouldBeTrue();
        AuthorizationId.IsValid(new string('a', 65)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0198c3de-0000-7000-8000-000000000001", true)]
    [InlineData("0198C3DE-0000-7000-8000-000000000001", false)]
    [InlineData("{0198c3de-0000-7000-8000-000000000001}", false)]
    [InlineData("0198c3de00007000800000000000000", false)]
    [InlineData(null, false)]
    public void A_transfer_id_is_a_lower_case_UUID(string? text, bool valid)
    {
        TransferId.TryParse(text, out var id).ShouldBe(valid);
        if (valid) id.ToString().ShouldBe(text);
    }

    private static void Check(string? text, bool valid, Func<string?, bool> isValid, Func<string, string> written)
    {
        isValid(text).ShouldBe(valid);
        if (valid) written(text!).ShouldBe(text);
        else Should.Throw<ArgumentException>(() => written(text!));
    }
}
