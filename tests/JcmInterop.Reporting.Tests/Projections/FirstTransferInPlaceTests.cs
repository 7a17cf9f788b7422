using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Tests.Projections;

/// <summary>First transfers that move nothing: they are filed, held and counted from the day of their event.</summary>
public sealed class FirstTransferInPlaceTests
{
    private static readonly DateTimeOffset December = new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly AuthorizationId Id = new("THA-IMP-2025");

    [Theory]
    [InlineData(FirstTransferDefinition.Authorization, AefActionSubtype.Authorization, "2025-05-01")]
    [InlineData(FirstTransferDefinition.Issuance, AefActionSubtype.Issuance, "2025-05-20")]
    public void A_first_transfer_by_authorization_or_issuance_is_filed_with_its_event_and_the_units_are_held(FirstTransferDefinition definition, AefActionSubtype subtype, string on)
    {
        var world = World(definition);
        world.Do(world.Sides.Partner, new RecordFirstTransfer(Sample.Of901(1, 100), Id), December);
        var document = Document(world);

        var action = document.Actions.ShouldHaveSingleItem();
        (action.Type, action.Subtype, action.ActedAt.ToString("yyyy-MM-dd", null), action.Units.Quantity.Tonnes).ShouldBe((AefActionType.FirstTransfer, subtype, on, 100));
        action.AcquiringParty.ShouldBeNull();
        document.Holdings.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(100);
        Errors(document).ShouldBeEmpty();
        Followed(world).ShouldHaveSingleItem().Purpose.ShouldBe(FirstTransferPurpose.OtherInternationalMitigation);
    }

    [Fact]
    public void Units_sold_afterwards_are_transferred_once_more_and_leave_the_holdings()
    {
        var world = World(FirstTransferDefinition.Authorization);
        var account = Sample.Account(Sample.Jpn, 1);
        world.Do(world.Sides.Partner, new ProposeTransfer(TwoSides.Id(901), [Sample.Of901(1, 100)], account, Id, null, December.AddDays(10)), December);
        world.Do(world.Sides.Japan, new AcceptTransfer(TwoSides.Id(901), account, null), December.AddHours(1));
        var document = Document(world);

        document.Actions.Select(a => (a.Type, a.Units.Quantity.Tonnes)).ShouldBe([(AefActionType.FirstTransfer, 100), (AefActionType.Transfer, 100)], ignoreOrder: true);
        document.Holdings.ShouldBeEmpty();
        Errors(document).ShouldBeEmpty();
        Followed(world).Sum(t => t.Quantity.Tonnes).ShouldBe(100);
    }

    [Fact]
    public void A_gift_to_the_Adaptation_Fund_is_a_first_transfer_of_its_own_kind()
    {
        var world = World(FirstTransferDefinition.UseOrCancellation);
        world.Do(world.Sides.Partner, new TransferToAdaptationFund(Sample.Of901(1, 100), Sample.Account(Sample.Tha, 5), Sample.ThaiAuthorization, null), December);
        var document = Document(world);

        document.Actions.ShouldHaveSingleItem().Subtype.ShouldBe(AefActionSubtype.VoluntaryAdaptationFundTransfer);
        document.Holdings.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(100);
        Errors(document).ShouldBeEmpty();
    }

    private static RecordedWorld World(FirstTransferDefinition definition)
    {
        var world = new RecordedWorld(Sample.Thailand());
        world.Do(world.Sides.Partner, new RecordAuthorization(Sample.Authorization(Sample.Tha, Id, Sample.Jpn) with
        {
            Uses = AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation, FirstTransferDefinition = definition, PurposeText = "CORSIA",
        }), December);
        world.Do(world.Sides.Partner, new OpenAccount(Sample.Account(Sample.Tha, 5), AccountKind.AdaptationFund, new AccountHolder("Adaptation Fund"), false, new DateOnly(2025, 4, 1)), December);
        world.Do(world.Sides.Japan, new SayHello(), December);
        return world;
    }

    private static AefDocument Document(RecordedWorld world)
    {
        var side = world.Sides.Partner;
        var history = ActionHistory.Read(side.Settings.Party, world.Journal(side));
        AdjustmentRecords.FirstTransfers(history).Select(t => (t.Vintage, t.Quantity, t.Purpose, t.EffectiveOn)).ShouldBe(Followed(world).Select(t => (t.Vintage, t.Quantity, t.Purpose, t.EffectiveOn)));
        return new AefSubmissionBuilder(side.Settings, history).Build(new AefSubmission(side.Settings.Party, AefSubmissionVersion.First, 2025, new DateOnly(2026, 4, 1), NdcPeriod.Decade2021));
    }

    private static IReadOnlyList<FirstTransferRecord> Followed(RecordedWorld world)
    {
        var history = new AdjustmentHistory(Sample.Tha);
        foreach (var (recorded, i) in world.Journal(world.Sides.Partner).Select((e, i) => (e, i))) history.Take(world.Sides.Partner.Settings.Registry, i + 1, recorded.RecordedAt, recorded.Event);
        return history.FirstTransfers;
    }

    private static IEnumerable<Finding> Errors(AefDocument document) =>
        AefChecker.Check(AefFile.Of(document, AefVersion2.Fields, AefProfile.Checker), [], AefNomenclature.February2026).Where(f => f.Severity == FindingSeverity.Error);
}
