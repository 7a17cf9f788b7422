using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Tests.Json;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>Two small ledgers with something in every state, for messages to meet, and one example of every message.</summary>
internal static class FuzzLedger
{
    public static readonly DateTimeOffset Now = new(2025, 11, 20, 3, 0, 0, TimeSpan.Zero);

    private static readonly PartyCode Tha = new("THA");
    private static readonly AuthorizationId Authorized = new("THA-OPEN");
    private static readonly ProjectReference Project = new("TH901");
    private static readonly DecisionId Decision = new("TH-2024-05-15");
    private static readonly BilateralRegistryId Registry = new(PartyCode.Japan, Tha);
    private static readonly List<PartnerMessage> Heard = [];

    static FuzzLedger()
    {
        var (japan, thailand) = (LedgerState.Empty, LedgerState.Empty);
        foreach (var command in Beginnings(Tha)) Ask(ref thailand, ref japan, Tha, command);
        foreach (var command in Beginnings(PartyCode.Japan)) Ask(ref japan, ref thailand, PartyCode.Japan, command);
        for (var i = 0; i < 5; i++) Ask(ref thailand, ref japan, Tha, new ProposeTransfer(Id(i), [new UnitSelection(Account(Tha), null, new UnitQuantity(10))], null, Authorized, null, Now.AddDays(1)));
        Ask(ref japan, ref thailand, PartyCode.Japan, new AcceptTransfer(Id(0), Account(PartyCode.Japan), null));
        Ask(ref japan, ref thailand, PartyCode.Japan, new RefuseTransfer(Id(1), "No"));
        Ask(ref thailand, ref japan, Tha, new WithdrawTransfer(Id(2)));
        Ask(ref japan, ref thailand, PartyCode.Japan, new CancelUnits(new UnitSelection(Account(PartyCode.Japan), null, new UnitQuantity(3)), new AccountNumber(PartyCode.Japan, 3), CancellationPurpose.Voluntary, null, null, null, null));
        if (RegistryLedger.Decide(japan, Settings(PartyCode.Japan), new AcceptTransfer(Id(3), Account(PartyCode.Japan), null), Now) is Outcome.Accepted waiting)
        {
            japan = waiting.After;
            Heard.AddRange(waiting.Messages);
        }

        Sides = [(japan, Settings(PartyCode.Japan)), (thailand, Settings(Tha))];
    }

    /// <summary>Both sides.</summary>
    public static IReadOnlyList<(LedgerState State, LedgerSettings Settings)> Sides { get; }

    /// <summary>What was said on the way, and a made-up example of every type.</summary>
    public static IEnumerable<PartnerMessage> Said =>
        [.. Heard.DistinctBy(m => m.GetType()), .. WireJson.Family<PartnerMessage>().Values.Select(type => (PartnerMessage)new Samples([7, 11, 13, 17, 19, 23]).Make(type))];

    private static void Ask(ref LedgerState state, ref LedgerState other, PartyCode party, LedgerCommand command)
    {
        var accepted = RegistryLedger.Decide(state, Settings(party), command, Now).ShouldBeOfType<Outcome.Accepted>();
        state = accepted.After;
        foreach (var message in accepted.Messages)
        {
            Heard.Add(message);
            var heard = RegistryLedger.Receive(other, Settings(Registry.CounterpartOf(party)), message, Now).ShouldBeOfType<Outcome.Accepted>();
            other = heard.After;
            foreach (var answer in heard.Messages)
            {
                Heard.Add(answer);
                var back = RegistryLedger.Receive(state, Settings(party), answer, Now).ShouldBeOfType<Outcome.Accepted>();
                state = back.After;
                foreach (var end in back.Messages)
                {
                    Heard.Add(end);
                    other = RegistryLedger.Receive(other, Settings(Registry.CounterpartOf(party)), end, Now).ShouldBeOfType<Outcome.Accepted>().After;
                }
            }
        }
    }

    private static IEnumerable<LedgerCommand> Beginnings(PartyCode party)
    {
        yield return new OpenAccount(new AccountNumber(party, 3), AccountKind.Cancellation, new AccountHolder("Cancelled"), false, new DateOnly(2025, 4, 1));
        yield return new OpenAccount(Account(party), AccountKind.EntityHolding, new AccountHolder("Holder"), false, new DateOnly(2025, 4, 1));
        yield return new RegisterProject(new Project(Project, "Sample", null, null, [], ["Energy generation"], ["Solar"], "sample"));
        yield return new RecordDecision(new JcDecision(Decision, Registry, new DateOnly(2024, 5, 15), true, [new NotifiedLine("A", Project, null, new UnitQuantity(200), [Side(Tha), Side(PartyCode.Japan)])], "sample"));
        if (party != Tha) yield break;
        yield return new RecordAuthorization(new Authorization(
            Authorized, 1, Tha, new DateOnly(2025, 5, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [PartyCode.Japan], [], new UnitQuantity(90), new Vintage(2021), new Vintage(2030), [], null,
            new DateOnly(2026, 1, 15), new PartyRegistryId("THA01"), ["Energy generation"], ["Solar"], null, null, "sample"));
        yield return new IssueLeg(Decision, "A", null, [new LegPosting(Account(Tha), new Vintage(2021), new UnitQuantity(100), Tha)]);
    }

    private static SideNotification Side(PartyCode party) => new(party, new UnitQuantity(100), [new NotifiedPosting("government", new Vintage(2021), new UnitQuantity(100))]);

    private static AccountNumber Account(PartyCode party) => new(party, 101);

    private static TransferId Id(int number) => new(new Guid(number + 1, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private static LedgerSettings Settings(PartyCode party) => new(
        Registry, party, new PartyRegistryId($"{party}01"), new PartyRegistryId($"{Registry.CounterpartOf(party)}01"), SerialProfile.Neutral,
        [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)], NdcPeriod.Decade2021, 90, TimeSpan.FromDays(60));
}
