using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Server.Tests.World;

/// <summary>Invented facts of the pair Japan and Thailand, as commands.</summary>
internal static class Facts
{
    public static readonly PartyCode Jpn = PartyCode.Japan;
    public static readonly PartyCode Tha = new("THA");
    public static readonly BilateralRegistryId Pair = new(Jpn, Tha);
    public static readonly ProjectReference Project = new("TH901");
    public static readonly DecisionId Mirrored = new("TH-2024-05-15");
    public static readonly DecisionId Delivered = new("TH-2025-05-15");
    public static readonly AuthorizationId ThaiAuthorization = new("THA-NDC-2025");
    public const string LineId = "TH901";

    public static AccountNumber Account(PartyCode party, long number) => new(party, number);

    public static IEnumerable<LedgerCommand> Opening(PartyCode party) =>
    [
        Open(party, 1, AccountKind.GovernmentHolding),
        Open(party, 2, AccountKind.Retirement),
        Open(party, 3, AccountKind.Cancellation),
        Open(party, 4, AccountKind.GovernmentOther),
        Open(party, 101, AccountKind.EntityHolding),
        new RegisterProject(new Project(
            Project, "Sample project", null, new DateOnly(2020, 1, 1), ["TH_AM001 Ver1.0"], ["Energy generation"], ["Solar"], "invented for tests")),
    ];

    public static OpenAccount Open(PartyCode party, long number, AccountKind kind) =>
        new(Account(party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1));

    public static RecordDecision Decide(DecisionId id, DateOnly on, long toThailand, long toJapan) => new(new JcDecision(
        id, Pair, on, true,
        [new NotifiedLine(
            LineId, Project, new MonitoringPeriod(new DateOnly(on.Year - 3, 1, 1), new DateOnly(on.Year - 3, 12, 31)), new UnitQuantity(toThailand + toJapan),
            [Side(Tha, toThailand, on.Year - 3), Side(Jpn, toJapan, on.Year - 3)])],
        "invented for tests"));

    public static RecordAuthorization Authorize() => new(new Authorization(
        ThaiAuthorization, 1, Tha, new DateOnly(2024, 1, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [Jpn], [], null,
        new Vintage(2021), new Vintage(2030), [], null, new DateOnly(2030, 12, 31), new PartyRegistryId("THA01"),
        ["Energy generation"], ["Solar"], null, null, "invented for tests"));

    public static IssueLeg Issue(DecisionId decision, int vintage, params ImmutableArray<LegPosting> postings) =>
        new(decision, LineId, new DateOnly(vintage + 3, 6, 1), postings);

    public static LegPosting Posting(PartyCode into, long account, int vintage, long tonnes, PartyCode beneficiary) =>
        new(Account(into, account), new Vintage(vintage), new UnitQuantity(tonnes), beneficiary);

    public static ProposeTransfer Propose(TransferId id, long tonnes, DateTimeOffset now) => new(
        id, [new UnitSelection(Account(Tha, 101), null, new UnitQuantity(tonnes))], Account(Jpn, 101), ThaiAuthorization, null, now.AddDays(10));

    private static SideNotification Side(PartyCode party, long tonnes, int vintage) => new(
        party, new UnitQuantity(tonnes), [new NotifiedPosting("government", new Vintage(vintage), new UnitQuantity(tonnes))]);
}
