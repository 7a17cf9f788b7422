using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using Terms = JcmInterop.Domain.Authorizations.Authorization;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>The facts every exchange is measured with: two accounts on each side, one project, one decision, one authorization. All are invented.</summary>
/// <param name="partner">The Party that transfers to Japan.</param>
internal sealed class BenchFacts(PartyCode partner)
{
    /// <summary>Tonnes of every transfer.</summary>
    public const long Tonnes = 10;

    public static readonly PartyCode Tha = new("THA");

    private const string LineId = "XX901";
    private static readonly ProjectReference Project = new("XX901");
    private static readonly DecisionId Decision = new("XX-2024-05-15");
    private static readonly AuthorizationId Authorization = new("XX-NDC-2025");
    private static readonly AccountNumber Destination = new(PartyCode.Japan, 101);

    private readonly AccountNumber source = new(partner, 101);

    /// <summary>Those of the exchange between Thailand and Japan.</summary>
    public static BenchFacts Thai { get; } = new(Tha);

    /// <summary>The pair of Parties.</summary>
    public BilateralRegistryId Registry { get; } = new(PartyCode.Japan, partner);

    /// <summary>The Party that transfers to Japan.</summary>
    public PartyCode Partner => partner;

    /// <summary>What each side records first.</summary>
    public static IEnumerable<LedgerCommand> Opening(PartyCode party) =>
    [
        Open(party, 1, AccountKind.GovernmentHolding),
        Open(party, 101, AccountKind.EntityHolding),
        new RegisterProject(new Project(
            Project, "Sample project", null, new DateOnly(2020, 1, 1), ["TH_AM001 Ver1.0"], ["Energy generation"], ["Solar"], "invented for benchmarks")),
    ];

    /// <summary>The authorization of the transferring side.</summary>
    public LedgerCommand Authorize() => new RecordAuthorization(new Terms(
        Authorization, 1, partner, new DateOnly(2024, 1, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [PartyCode.Japan], [], null,
        new Vintage(2021), new Vintage(2030), [], null, new DateOnly(2030, 12, 31), new PartyRegistryId($"{partner}01"),
        ["Energy generation"], ["Solar"], null, null, "invented for benchmarks"));

    /// <summary>The decision both sides record.</summary>
    public LedgerCommand Decide(long tonnes) => new RecordDecision(new JcDecision(
        Decision, Registry, new DateOnly(2024, 5, 15), true,
        [new NotifiedLine(
            LineId, Project, new MonitoringPeriod(new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), new UnitQuantity(checked(tonnes + 1)),
            [Side(partner, tonnes), Side(PartyCode.Japan, 1)])],
        "invented for benchmarks"));

    /// <summary>The issuance of the transferring side.</summary>
    public LedgerCommand Issue(long tonnes) => new IssueLeg(
        Decision, LineId, new DateOnly(2024, 6, 1), [new LegPosting(source, new Vintage(2021), new UnitQuantity(tonnes), partner)]);

    /// <summary>A new transfer, which may be answered until then.</summary>
    public ProposeTransfer Propose(DateTimeOffset decideBy) => new(
        new TransferId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), [new UnitSelection(source, null, new UnitQuantity(Tonnes))], Destination, Authorization, null, decideBy);

    private static OpenAccount Open(PartyCode party, long number, AccountKind kind) =>
        new(new AccountNumber(party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1));

    private static SideNotification Side(PartyCode party, long tonnes) =>
        new(party, new UnitQuantity(tonnes), ImmutableArray.Create(new NotifiedPosting("government", new Vintage(2021), new UnitQuantity(tonnes))));
}
