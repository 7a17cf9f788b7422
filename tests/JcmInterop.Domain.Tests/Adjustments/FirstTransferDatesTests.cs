using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class FirstTransferDatesTests
{
    private const AuthorizedUses Both = AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation;

    private static readonly MitigationOutcomeDates Dual = new(Both, FirstTransferDefinition.UseOrCancellation, Day("2024-05-10"))
    {
        IssuedOn = Day("2024-09-01"),
        TransferredOn = Day("2025-03-03"),
        UsedOrCancelledOn = Day("2026-07-01"),
    };

    [Theory]
    [InlineData(FirstTransferDefinition.Authorization, "2024-05-10", FirstTransferEvent.Authorization)]
    [InlineData(FirstTransferDefinition.Issuance, "2024-09-01", FirstTransferEvent.Issuance)]
    [InlineData(FirstTransferDefinition.UseOrCancellation, "2025-03-03", FirstTransferEvent.InternationalTransfer)]
    public void Authorized_for_both_the_earlier_event_counts(FirstTransferDefinition definition, string on, FirstTransferEvent what) =>
        FirstTransferDates.Of(Dual with { Definition = definition }).ShouldBe(new FirstTransferDated(Day(on), what));

    [Fact]
    public void Authorized_for_both_and_never_transferred_the_cancellation_counts() =>
        FirstTransferDates.Of(Dual with { TransferredOn = null }).ShouldBe(new FirstTransferDated(Day("2026-07-01"), FirstTransferEvent.UseOrCancellation));

    [Fact]
    public void For_NDC_use_only_the_international_transfer_counts_and_nothing_else()
    {
        var ndc = Dual with { Uses = AuthorizedUses.Ndc, Definition = null };

        FirstTransferDates.Of(ndc).ShouldBe(new FirstTransferDated(Day("2025-03-03"), FirstTransferEvent.InternationalTransfer));
        FirstTransferDates.Of(ndc with { TransferredOn = null }).ShouldBe(new NotFirstTransferred());
    }

    [Fact]
    public void For_other_purposes_only_a_transfer_to_another_Party_does_not_count() =>
        FirstTransferDates.Of(Dual with { Uses = AuthorizedUses.OtherPurposes }).ShouldBe(new FirstTransferDated(Day("2026-07-01"), FirstTransferEvent.UseOrCancellation));

    [Fact]
    public void What_is_given_to_the_Adaptation_Fund_or_cancelled_for_overall_mitigation_is_first_transferred_unless_it_was_before()
    {
        var unsold = Dual with { TransferredOn = null, UsedOrCancelledOn = null };

        FirstTransferDates.Of(unsold with { ToAdaptationFundOn = Day("2025-01-01") }).ShouldBe(new FirstTransferDated(Day("2025-01-01"), FirstTransferEvent.AdaptationFund));
        FirstTransferDates.Of(unsold with { OverallMitigationOn = Day("2025-01-02") }).ShouldBe(new FirstTransferDated(Day("2025-01-02"), FirstTransferEvent.OverallMitigation));
        FirstTransferDates.Of(Dual with { OverallMitigationOn = Day("2027-01-02") }).ShouldBe(new FirstTransferDated(Day("2025-03-03"), FirstTransferEvent.InternationalTransfer));
    }

    [Fact]
    public void Nothing_is_first_transferred_without_an_authorization() =>
        FirstTransferDates.Of(Dual with { AuthorizedOn = null }).ShouldBe(new NotFirstTransferred());

    [Fact]
    public void An_event_before_the_authorization_is_left_to_the_Party() =>
        FirstTransferDates.Of(Dual with { AuthorizedOn = Day("2025-12-31") }).ShouldBeOfType<FirstTransferUnresolved>().Reason.ShouldContain("2025-03-03");

    [Theory]
    [InlineData(AuthorizedUses.None)]
    [InlineData(AuthorizedUses.InternationalMitigation)]
    [InlineData(Both)]
    public void Without_use_or_definition_it_is_left_to_the_Party(AuthorizedUses uses) =>
        FirstTransferDates.Of(Dual with { Uses = uses, Definition = null }).ShouldBeOfType<FirstTransferUnresolved>();

    [Theory]
    [InlineData("2031-12-31", OimpCutOffRule.NoLaterUse, "2031-12-31", FirstTransferEvent.UseOrCancellation)]
    [InlineData("2032-01-01", OimpCutOffRule.NoLaterUse, null, null)]
    [InlineData("2032-01-01", OimpCutOffRule.CountedOnLastDay, "2031-12-31", FirstTransferEvent.CutOff)]
    [InlineData(null, OimpCutOffRule.CountedOnLastDay, "2031-12-31", FirstTransferEvent.CutOff)]
    public void After_the_last_day_the_chosen_rule_decides(string? cancelled, OimpCutOffRule rule, string? on, FirstTransferEvent? what)
    {
        var block = Dual with { Uses = AuthorizedUses.InternationalMitigation, TransferredOn = null, UsedOrCancelledOn = cancelled is null ? null : Day(cancelled) };

        FirstTransferDates.Of(block, OimpCutOff.BeforeReportOf(2032, rule))
            .ShouldBe(on is null ? new NotFirstTransferred() : new FirstTransferDated(Day(on), what!.Value));
    }

    [Fact]
    public void What_was_not_issued_by_the_last_day_is_not_counted_on_it() =>
        FirstTransferDates.Of(
            Dual with { Uses = AuthorizedUses.InternationalMitigation, IssuedOn = null, UsedOrCancelledOn = null },
            OimpCutOff.BeforeReportOf(2032, OimpCutOffRule.CountedOnLastDay)).ShouldBe(new NotFirstTransferred());

    [Fact]
    public void A_later_event_never_moves_a_first_transfer() =>
        Gen.Select(Blocks, Gen.Int[0, 900]).Sample((block, days) =>
        {
            if (FirstTransferDates.Of(block) is not FirstTransferDated first) return;
            var later = first.On.AddDays(days);

            FirstTransferDates.Of(block with { OverallMitigationOn = block.OverallMitigationOn ?? later }).ShouldBe(first);
            FirstTransferDates.Of(block with { TransferredOn = block.TransferredOn ?? later.AddDays(1) }).ShouldBe(first);
            first.On.ShouldBeGreaterThanOrEqualTo(block.AuthorizedOn!.Value);
        });

    private static Gen<MitigationOutcomeDates> Blocks
    {
        get
        {
            var day = Gen.Int[0, 2000].Select(d => (DateOnly?)Day("2022-01-01").AddDays(d));
            var maybe = Gen.OneOf(Gen.Const((DateOnly?)null), day);
            return Gen.Select(Gen.Int[1, 7], Gen.Enum<FirstTransferDefinition>(), day, maybe, maybe, maybe, maybe).Select((uses, definition, authorized, issued, transferred, used, mitigated) =>
                new MitigationOutcomeDates((AuthorizedUses)uses, definition, authorized)
                {
                    IssuedOn = issued,
                    TransferredOn = transferred,
                    UsedOrCancelledOn = used,
                    OverallMitigationOn = mitigated,
                });
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
