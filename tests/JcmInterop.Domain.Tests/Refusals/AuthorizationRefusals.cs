using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Refusals.RefusalCase;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Refusals;

internal static class AuthorizationRefusals
{
    private static readonly AuthorizationId New = new("NEW");

    public static IEnumerable<RefusalCase> All => [.. OfTerms, .. OfChanges, .. OfFirstTransfer, .. OfEvents, .. OfUse];

    private static IEnumerable<RefusalCase> OfTerms =>
    [
        Of(4002, "an authorization is recorded again with another cap", w => Command(w, w.Partner, new RecordAuthorization(Authorization(Tha, ThaiAuthorization, Jpn, 5)))),
        Of(4002, "an authorization is notified again with another cap", w => Objection(w, w.Japan, new AuthorizationNotice(Authorization(Tha, ThaiAuthorization, Jpn, 5)))),
        Of(4003, "an authorization of the other Party is recorded", w => Record(w, Terms with { AuthorizingParty = Jpn })),
        Of(4003, "an authorization of the receiver is notified", w => Message(w, w.Japan, new AuthorizationNotice(Terms with { AuthorizingParty = Jpn }))),
        Of(4004, "an authorization has no use", w => Record(w, Terms with { Uses = AuthorizedUses.None })),
        Of(4004, "an authorization without use is notified", w => Message(w, w.Japan, new AuthorizationNotice(Terms with { Uses = AuthorizedUses.None }))),
        Of(4005, "a use for other purposes has no definition of first transfer", w => Record(w, Terms with { Uses = AuthorizedUses.Ndc | AuthorizedUses.OtherPurposes })),
        Of(4006, "the vintages are out of order", w => Record(w, Terms with { VintageFirst = new Vintage(2025), VintageFinal = new Vintage(2024) })),
        Of(4006, "the first vintage is 2020", w => Record(w, Terms with { VintageFirst = new Vintage(2020) })),
        Of(1014, "an authorization is dated the day after tomorrow", w => Record(w, Terms with { AuthorizedOn = new DateOnly(2025, 11, 22) })),
        Of(4007, "an unknown authorization is revoked", w => Command(w, w.Partner, new RevokeAuthorization(New, new DateOnly(2025, 11, 20)))),
        Of(4007, "the partner revokes an unknown authorization", w => Message(w, w.Japan, new RevocationNotice(New, new DateOnly(2025, 11, 20)))),
        Of(4016, "an authorization is revoked twice", w => Command(Revoked(w, 2025, 11, 20), w.Partner, new RevokeAuthorization(ThaiAuthorization, new DateOnly(2025, 11, 20)))),
        Of(4016, "an authorization is revoked again from another day by the partner", w => Objection(Revoked(w, 2025, 11, 20), w.Japan, new RevocationNotice(ThaiAuthorization, new DateOnly(2025, 11, 21)))),
        Of(4020, "an authorization has no sector", w => Record(w, Terms with { Sectors = [] })),
        Of(4020, "the terms are too long", w => Record(w, Terms with { Terms = new string('a', 4_001) })),
        Of(4020, "an authorization names 501 entities", w => Record(w, Terms with { AuthorizedEntities = [.. Enumerable.Repeat("1", 501)] })),
    ];

    private static IEnumerable<RefusalCase> OfChanges =>
    [
        Of(4003, "an authorization of the other Party is changed", w => Change(w, Second with { AuthorizingParty = Jpn })),
        Of(4007, "an unknown authorization is changed", w => Change(w, Second with { Id = New })),
        Of(4016, "a revoked authorization is changed", w => Change(Revoked(w, 2025, 11, 20), Second)),
        Of(4022, "a version is left out", w => Change(w, Second with { Version = 3 })),
        Of(4022, "the partner leaves a version out", w => Message(w, w.Japan, new AuthorizationChange(Second with { Version = 3 }, ChangeDay, false))),
        Of(4023, "the cooperative approach is changed", w => Change(w, Second with { CooperativeApproach = new Domain.Parties.CooperativeApproachId("CA0001") })),
        Of(4024, "a change is dated before the authorization", w => Change(w, Second, new DateOnly(2025, 4, 30))),
        Of(1014, "a change is dated the day after tomorrow", w => Change(w, Second, new DateOnly(2025, 11, 22))),
        Of(4006, "a change puts the vintages out of order", w => Change(w, Second with { VintageFinal = new Vintage(2020) })),
        Of(4025, "a change caps below what is set aside", w =>
        {
            w.Do(w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 10)));
            return Change(w, Second with { QuantityCap = new UnitQuantity(1) });
        }),
        Of(5001, "the partner's node has not announced changes", w => Command(w, w.Partner, new ChangeAuthorization(Second, ChangeDay, false))),
    ];

    private static DateOnly ChangeDay { get; } = new(2025, 11, 20);

    private static Authorization Second { get; } = Authorization(Tha, ThaiAuthorization, Jpn) with { Version = 2, ExpiresOn = new DateOnly(2029, 12, 31) };

    private static IEnumerable<RefusalCase> OfFirstTransfer =>
    [
        Of(4007, "units are proposed under an unknown authorization", w => Propose(w, New)),
        Of(4008, "units are proposed on the day the authorization is revoked", w => Propose(Revoked(w, 2025, 11, 20), ThaiAuthorization)),
        Of(4008, "units are proposed after the authorization expired", w => Propose(With(w, Terms with { ExpiresOn = new DateOnly(2025, 11, 19) }), New)),
        Of(4009, "the project is not covered", w => Propose(With(w, Terms with { Projects = [Th902] }), New)),
        Of(4009, "the vintage is not covered", w => Propose(With(w, Terms with { VintageFirst = new Vintage(2022) }), New)),
        Of(4011, "the acquiring Party is not authorized", w => Propose(With(w, Terms with { AuthorizedParties = [Mng] }), New)),
        Of(4012, "one unit more than the cap is proposed", w => Propose(With(w, Terms with { QuantityCap = new UnitQuantity(9) }), New)),
        Of(4012, "one unit more than the cap less the open proposals is proposed", w =>
        {
            With(w, Terms with { QuantityCap = new UnitQuantity(19) }).Do(w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 10)) with { Authorization = New });
            return Command(w, w.Partner, Flows.Proposal(w, w.NewId(), Of901(11, 20)) with { Authorization = New });
        }),
        Of(4012, "a dishonest partner offers twice what its cap has room for once", OfferTwice),
        Of(4018, "fresh units are proposed without an authorization", w => Command(w, w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 10)) with { Authorization = null })),
        Of(4018, "fresh units are cancelled for international mitigation without an authorization", w => Command(w, w.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation))),
        Of(4019, "units are proposed with a date before the authorization", w => Command(w, w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 10)) with { OfferedOn = new DateOnly(2025, 4, 30) })),
    ];

    private static IEnumerable<RefusalCase> OfEvents =>
    [
        Of(4026, "units for international mitigation are proposed before their use", w => Propose(With(w, ForImp(FirstTransferDefinition.UseOrCancellation)), New)),
        Of(4027, "units issued before an authorization with that definition are proposed under it", w => Propose(With(w, ForImp(FirstTransferDefinition.Issuance) with { AuthorizedOn = new DateOnly(2025, 6, 1) }), New)),
        Of(4028, "units whose day of issuance is not known are cancelled under a definition that needs it", w =>
        {
            w.Partner.State = LedgerState.FromItems(w.Partner.State.Items().Select(i => i is IssuanceLeg leg ? leg with { IssuedOn = null } : i));
            return Command(With(w, ForImp(FirstTransferDefinition.Issuance)), w.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation, New));
        }),
        Of(4029, "units are cancelled for international mitigation after the last day", w =>
        {
            var late = new TwoSides(w.Japan.Settings, w.Partner.Settings with { OimpCutOff = new OimpCutOff(new DateOnly(2025, 11, 19), OimpCutOffRule.NoLaterUse) });
            (late.Japan.State, late.Partner.State) = (w.Japan.State, w.Partner.State);
            return Command(With(late, ForImp(FirstTransferDefinition.UseOrCancellation)), late.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation, New));
        }),
        Of(4033, "own units are cancelled by an entity the authorization does not name", w => Command(
            With(w, ForImp(FirstTransferDefinition.UseOrCancellation) with { AuthorizedEntities = ["E1", "E2"] }), w.Partner,
            Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation, New) with { Entity = "E3" })),
        Of(4033, "acquired units are cancelled by an entity the other Party does not name", w =>
        {
            With(w, ForImp(FirstTransferDefinition.Authorization) with { AuthorizedEntities = ["E1"] });
            var id = w.NewId();
            w.Do(w.Partner, Flows.Proposal(w, id, Of901(1, 1)) with { Authorization = New }).Accept(id);
            return Command(w, w.Japan, Flows.Cancel(Account(Jpn, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation) with { Entity = "E2" });
        }),
        Of(4034, "an authorization names another registry of the Party", w => Record(w, Terms with { TrackingRegistry = new Domain.Parties.PartyRegistryId("THA02") })),
        Of(4034, "a change names another registry of the Party", w => Change(w, Second with { TrackingRegistry = new Domain.Parties.PartyRegistryId("THA02") })),
        Of(4035, "the project is of another sector", w => Propose(With(w, Terms with { Sectors = ["Waste management"] }), New)),
        Of(4035, "the project is of another activity type", w => Propose(With(w, Terms with { ActivityTypes = ["Wind"] }), New)),
        Of(4030, "units that nothing happened to are said to be first transferred", w => Command(w, w.Partner, new RecordFirstTransfer(Of901(1, 1), ThaiAuthorization))),
        Of(4031, "units first transferred before are said to be so again", w => Received(w, () => Command(w, w.Japan, new RecordFirstTransfer(new UnitSelection(Account(Jpn, 101), Serials901(1, 1)), JapaneseAuthorization)))),
        Of(4032, "units given to the Adaptation Fund are proposed to a node that cannot read it", w => Command(Given(w), w.Partner, Flows.Proposal(w, w.NewId(), Of901(1, 1, 5)))),
        Of(4018, "fresh units are given to the Adaptation Fund without an authorization", w => Command(
            WithFund(w), w.Partner, new TransferToAdaptationFund(Of901(1, 1), Account(Tha, 5), null, null))),
        Of(4018, "fresh units are moved into the Adaptation Fund's account", w => Command(WithFund(w), w.Partner, new MoveUnits(Of901(1, 1), Account(Tha, 5), null))),
        Of(4017, "units are given to the Adaptation Fund in another account", w => Command(w, w.Partner, new TransferToAdaptationFund(Of901(1, 1), Account(Tha, 1), ThaiAuthorization, null))),
        Of(4021, "units are given to the Adaptation Fund before their first transfer", w => Command(
            Given(w), w.Partner, new TransferToAdaptationFund(Of901(1, 1, 5), Account(Tha, 6), null, new DateOnly(2025, 11, 19)))),
        Of(1014, "units are given to the Adaptation Fund the day after tomorrow", w => Command(WithFund(w), w.Partner, new TransferToAdaptationFund(Of901(1, 1), Account(Tha, 5), ThaiAuthorization, new DateOnly(2025, 11, 22)))),
    ];

    private static IEnumerable<RefusalCase> OfUse =>
    [
        Of(4001, "a credit of 2019 is used towards the NDC", w => Command(w, w.Japan, Flows.Use(new SerialRange("JPN-THA-TH902-2019-", 1, 1)))),
        Of(4001, "a credit of 2019 is cancelled for international mitigation", w => Command(With(w, Terms), w.Partner,
            Flows.Cancel(Account(Tha, 101), new SerialRange("THA-JPN-TH902-2019-", 1, 1), CancellationPurpose.InternationalMitigation, New))),
        Of(4007, "the first transferring Party's authorization is not known", w =>
        {
            w.Transfer(1, 1);
            w.Japan.State = Domain.Ledger.LedgerState.FromItems(w.Japan.State.Items().Where(i => i is not AuthorizationRecord { Authorization.AuthorizingParty.Code: "THA" }));
            return Command(w, w.Japan, Flows.Use(Serials901(1, 1)));
        }),
        Of(4010, "units authorized for the NDC are cancelled for international mitigation", w => Received(w, () => Command(w, w.Japan, Flows.Cancel(Account(Jpn, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation)))),
        Of(4010, "own units are cancelled for another purpose under an authorization for the NDC", w => Command(w, w.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.OtherPurposes, ThaiAuthorization))),
        Of(4010, "units authorized for international mitigation are used towards the NDC", w =>
        {
            With(w, ForImp(FirstTransferDefinition.Authorization));
            var id = w.NewId();
            w.Do(w.Partner, Flows.Proposal(w, id, Of901(1, 1)) with { Authorization = New }).Accept(id);
            return Command(w, w.Japan, Flows.Use(Serials901(1, 1)));
        }),
        Of(4013, "Japan's own authorization is revoked", w => Received(w, () => Command(
            w.Do(w.Japan, new RevokeAuthorization(JapaneseAuthorization, new DateOnly(2025, 11, 20))), w.Japan, Flows.Use(Serials901(1, 1))))),
        Of(4014, "the host uses its own units", w => Command(w, w.Partner, new UseTowardsNdc(Of901(1, 1), Account(Tha, 2), 2025, null))),
        Of(4015, "the year of use is after the NDC period", w => Received(w, () => Command(w, w.Japan, Flows.Use(Serials901(1, 1), 2031)))),
        Of(4015, "the year of use is before the NDC period", w => Received(w, () => Command(w, w.Japan, Flows.Use(Serials901(1, 1), 2020)))),
        Of(4017, "units are used into a holding account", w => Received(w, () => Command(w, w.Japan, Flows.Use(Serials901(1, 1)) with { RetirementAccount = Account(Jpn, 1) }))),
        Of(4017, "units are cancelled into a retirement account", w => Command(w, w.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.Voluntary) with { CancellationAccount = Account(Tha, 2) })),
        Of(4021, "units are used before their first transfer", w => Received(w, () => Command(w, w.Japan, Flows.Use(Serials901(1, 1), on: new DateOnly(2025, 11, 19))))),
        Of(4021, "units are cancelled before their first transfer", w => Received(w, () => Command(w, w.Japan, Flows.Cancel(Account(Jpn, 101), Serials901(1, 1), CancellationPurpose.Voluntary) with { On = new DateOnly(2025, 11, 19) }))),
    ];

    private static Authorization Terms => Authorization(Tha, New, Jpn);

    private static Authorization ForImp(FirstTransferDefinition definition) => Terms with { Uses = AuthorizedUses.InternationalMitigation, FirstTransferDefinition = definition };

    private static TwoSides WithFund(TwoSides sides) => new[] { 5L, 6 }.Aggregate(sides, (s, number) => s.Do(
        s.Partner, new OpenAccount(Account(Tha, number), AccountKind.AdaptationFund, new AccountHolder("Adaptation Fund"), false, new DateOnly(2025, 4, 1))));

    private static TwoSides Given(TwoSides sides) => WithFund(sides).Do(sides.Partner, new TransferToAdaptationFund(Of901(1, 1), Account(Tha, 5), ThaiAuthorization, null));

    private static Domain.Refusals.Refusal Record(TwoSides sides, Authorization terms) => Command(sides, sides.Partner, new RecordAuthorization(terms));

    private static TwoSides With(TwoSides sides, Authorization terms) => sides.Do(sides.Partner, new RecordAuthorization(terms));

    private static TwoSides Revoked(TwoSides sides, int year, int month, int day) => sides.Do(sides.Partner, new RevokeAuthorization(ThaiAuthorization, new DateOnly(year, month, day)));

    private static Domain.Refusals.Refusal Change(TwoSides sides, Authorization terms, DateOnly? on = null) =>
        Command(sides.Do(sides.Japan, new Domain.Partners.SayHello()), sides.Partner, new ChangeAuthorization(terms, on ?? ChangeDay, false));

    private static Domain.Refusals.Refusal Propose(TwoSides sides, AuthorizationId authorization) =>
        Command(sides, sides.Partner, Flows.Proposal(sides, sides.NewId(), Of901(1, 10)) with { Authorization = authorization });

    private static Domain.Refusals.Refusal Received(TwoSides sides, Func<Domain.Refusals.Refusal> act)
    {
        sides.Transfer(1, 1);
        return act();
    }

    private static Domain.Refusals.Refusal OfferTwice(TwoSides sides)
    {
        With(sides, Terms with { QuantityCap = new UnitQuantity(19) });
        sides.Do(sides.Partner, Flows.Proposal(sides, TwoSides.Id(1), Of901(1, 10)) with { Authorization = New });
        var offer = sides.Partner.OfferOf(TwoSides.Id(1));
        return ToldBack(sides, sides.Japan, offer with { Id = TwoSides.Id(2), Units = [offer.Units[0] with { Serials = Serials901(11, 20) }] });
    }
}
