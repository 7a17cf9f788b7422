using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Simulation.Tests;

/// <summary>The small world every history starts from: Japan and Thailand, one project, two decisions, three authorizations, and units on both sides.</summary>
internal static class Setting
{
    public static readonly PartyCode Thailand = new("THA");
    public static readonly ProjectReference Project = new("TH901");
    public static readonly AuthorizationId Capped = new("THA-CAPPED");
    public static readonly AuthorizationId Open = new("THA-OPEN");
    public static readonly DateTimeOffset Start = new(2025, 11, 20, 3, 0, 0, TimeSpan.Zero);
    public static readonly DecisionId PartnerIssues = new("TH-2025-05-15");
    public static readonly DecisionId EachIssues = new("TH-2024-05-15");

    public static readonly BilateralRegistryId Registry = new(PartyCode.Japan, Thailand);

    public static LedgerSettings Of(PartyCode party) => new(
            Registry, party, new PartyRegistryId($"{party}01"), new PartyRegistryId($"{Registry.CounterpartOf(party)}01"), SerialProfile.Neutral,
            [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance), new DatedIssuePattern(new DateOnly(2025, 1, 1), IssuePattern.PartnerIssuesThenTransfers)],
            NdcPeriod.Decade2021, 90, TimeSpan.FromDays(60));

    public static AccountNumber Account(PartyCode party, long number) => new(party, number);

    public static TransferId Transfer(int number) => new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    /// <summary>Serials of vintage 2021 that a side issues; 1 to 300 of Thailand exist from the start, 1 to 80 of them in Japan.</summary>
    public static SerialRange Serials(PartyCode issuer, long first, long final) =>
        SerialProfile.Neutral.Range(issuer, issuer == Thailand ? PartyCode.Japan : Thailand, Project.ToString(), new Vintage(2021), first, final);

    /// <summary>What each side records before the history begins.</summary>
    public static IEnumerable<LedgerCommand> Beginnings(PartyCode party)
    {
        foreach (var (number, kind) in new[] { (2L, AccountKind.Retirement), (3, AccountKind.Cancellation), (4, AccountKind.GovernmentOther), (101, AccountKind.EntityHolding), (102, AccountKind.EntityHolding) })
            yield return new OpenAccount(Account(party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1));
        yield return new RegisterProject(new Project(Project, "Sample", null, null, [], ["Energy generation"], ["Solar"], "sample"));
        yield return new RecordDecision(Decision(PartnerIssues, 2025, 200, 100, 2021));
        yield return new RecordDecision(Decision(EachIssues, 2024, 50, 50, 2022));
        if (party == PartyCode.Japan)
        {
            yield return new RecordAuthorization(Terms(party, new AuthorizationId("JPN"), Thailand, null));
            yield break;
        }

        yield return new RecordAuthorization(Terms(party, Capped, PartyCode.Japan, 120));
        yield return new RecordAuthorization(Terms(party, Open, PartyCode.Japan, null));
        yield return new IssueLeg(PartnerIssues, "A", new DateOnly(2025, 5, 20),
        [
            new LegPosting(Account(party, 101), new Vintage(2021), new UnitQuantity(200), party),
            new LegPosting(Account(party, 4), new Vintage(2021), new UnitQuantity(100), PartyCode.Japan),
        ]);
    }

    public static Authorization Terms(PartyCode party, AuthorizationId id, PartyCode to, long? cap) => new(
        id, 1, party, new DateOnly(2025, 5, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [to], [], cap is { } tonnes ? new UnitQuantity(tonnes) : null,
        new Vintage(2021), new Vintage(2030), [], null, new DateOnly(2026, 1, 15), new PartyRegistryId($"{party}01"), ["Energy generation"], ["Solar"], null, null, "sample");

    private static JcDecision Decision(DecisionId id, int year, long toThailand, long toJapan, int vintage) => new(
        id, new BilateralRegistryId(PartyCode.Japan, Thailand), new DateOnly(year, 5, 15), true,
        [new NotifiedLine("A", Project, null, new UnitQuantity(toThailand + toJapan), [Side(Thailand, toThailand, vintage), Side(PartyCode.Japan, toJapan, vintage)])], "sample");

    private static SideNotification Side(PartyCode party, long tonnes, int vintage) =>
        new(party, new UnitQuantity(tonnes), [new NotifiedPosting("government", new Vintage(vintage), new UnitQuantity(tonnes))]);
}
