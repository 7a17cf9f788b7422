using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.World;

/// <summary>Small valid facts that tests change one field of.</summary>
internal static class Sample
{
    public static readonly PartyCode Jpn = PartyCode.Japan;
    public static readonly PartyCode Tha = new("THA");
    public static readonly PartyCode Mng = new("MNG");
    public static readonly CooperativeApproachId Approach = new("CA9999");
    public static readonly AuthorizationId ThaiAuthorization = new("THA-NDC-2025");
    public static readonly AuthorizationId JapaneseAuthorization = new("JPN-NDC-2025");
    public static readonly ProjectReference Th901 = new("TH901");
    public static readonly ProjectReference Th902 = new("TH902");
    public static readonly DecisionId Decision901 = new("TH-2025-05-15");
    public static readonly DecisionId Decision902 = new("TH-2020-06-01");

    public static LedgerSettings Settings(PartyCode own, PartyCode partner) => new(
        new BilateralRegistryId(own, partner),
        own,
        new PartyRegistryId($"{own}01"),
        new PartyRegistryId($"{partner}01"),
        SerialProfile.Neutral,
        partner == Mng || own == Mng
            ? [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)]
            : [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance), new DatedIssuePattern(new DateOnly(2025, 1, 1), IssuePattern.PartnerIssuesThenTransfers)],
        NdcPeriod.Decade2021,
        90,
        TimeSpan.FromDays(60));

    public static AccountNumber Account(PartyCode party, long number) => new(party, number);

    public static Project Project(ProjectReference reference) => new(
        reference, $"Sample project {reference}", null, new DateOnly(2020, 1, 1), [$"{reference.ToString()[..2]}_AM001 Ver1.0"], ["Energy generation"], ["Solar"], "sample");

    public static Authorization Authorization(PartyCode party, AuthorizationId id, PartyCode to, long? cap = null) => new(
        id, 1, party, new DateOnly(2025, 5, 1), Approach, AuthorizedUses.Ndc, [to], [], cap is { } tonnes ? new UnitQuantity(tonnes) : null,
        new Vintage(2021), new Vintage(2030), [], null, new DateOnly(2030, 12, 31), new PartyRegistryId($"{party}01"),
        ["Energy generation"], ["Solar"], null, null, "sample");

    /// <summary>A line with one posting per side; the partner's quantity first.</summary>
    public static NotifiedLine Line(ProjectReference project, MonitoringPeriod? period, PartyCode partner, long toPartner, long toJapan, int vintage) => new(
        project.ToString(), project, period, new UnitQuantity(toPartner + toJapan),
        [Side(partner, toPartner, vintage), Side(Jpn, toJapan, vintage)]);

    public static SideNotification Side(PartyCode party, long tonnes, int vintage) => new(
        party, new UnitQuantity(tonnes), [new NotifiedPosting("government", new Vintage(vintage), new UnitQuantity(tonnes))]);

    public static JcDecision Decision(DecisionId id, PartyCode partner, DateOnly? on, params ImmutableArray<NotifiedLine> lines) =>
        new(id, new BilateralRegistryId(Jpn, partner), on, TakenElectronically: true, lines, "sample");

    public static MonitoringPeriod Period(int fromYear, int toYear) => new(new DateOnly(fromYear, 1, 1), new DateOnly(toYear, 12, 31));

    /// <summary>Two sides with accounts 1 government, 2 retirement, 3 cancellation, 4 other government, 101 and 102 entities; nothing else.</summary>
    public static TwoSides Bare(PartyCode partner)
    {
        var sides = new TwoSides(Settings(Jpn, partner), Settings(partner, Jpn));
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            foreach (var (number, kind) in new[]
            {
                (1L, AccountKind.GovernmentHolding), (2, AccountKind.Retirement), (3, AccountKind.Cancellation), (4, AccountKind.GovernmentOther),
                (101, AccountKind.EntityHolding), (102, AccountKind.EntityHolding),
            })
                sides.Do(side, new OpenAccount(Account(side.Settings.Party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1)));
        }

        return sides;
    }

    /// <summary>As <see cref="Bare"/>, with both authorizations, 10,000 t of vintage 2021 held by Thailand in its account 101, and 60 t each of vintage 2019.</summary>
    public static TwoSides Thailand()
    {
        var sides = Bare(Tha);
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            foreach (var project in new[] { Th901, Th902 }) sides.Do(side, new RegisterProject(Project(project)));
            sides.Do(side, new RecordDecision(Decision(Decision901, Tha, new DateOnly(2025, 5, 15), Line(Th901, Period(2021, 2021), Tha, 10_000, 0, 2021))));
            sides.Do(side, new RecordDecision(Decision(Decision902, Tha, new DateOnly(2020, 6, 1), Line(Th902, Period(2019, 2019), Tha, 60, 60, 2019))));
            var own = side.Settings.Party;
            sides.Do(side, new IssueLeg(Decision902, "TH902", new DateOnly(2020, 6, 2), [new LegPosting(Account(own, 101), new Vintage(2019), new UnitQuantity(60), own)]));
        }

        sides.Do(sides.Partner, new RecordAuthorization(Authorization(Tha, ThaiAuthorization, Jpn)));
        sides.Do(sides.Japan, new RecordAuthorization(Authorization(Jpn, JapaneseAuthorization, Tha)));
        sides.Do(sides.Partner, new IssueLeg(Decision901, "TH901", new DateOnly(2025, 5, 20), [new LegPosting(Account(Tha, 101), new Vintage(2021), new UnitQuantity(10_000), Tha)]));
        return sides;
    }

    public static SerialRange Serials901(long first, long final) => new("THA-JPN-TH901-2021-", first, final);

    public static UnitSelection Of901(long first, long final, long account = 101) => new(Account(Tha, account), Serials901(first, final));
}
