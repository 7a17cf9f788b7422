using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Units;

/// <summary>Thailand authorizes on 1 May 2025 and issues 100 units of vintage 2021 on 20 May; what becomes of them on 20 November is the test's.</summary>
internal sealed class FirstTransferWorld
{
    public static readonly AuthorizationId Id = new("THA-T");
    public static readonly DateOnly Authorized = new(2025, 5, 1);
    public static readonly DateOnly Issued = new(2025, 5, 20);
    public static readonly DateOnly Today = new(2025, 11, 20);
    public const long Tonnes = 100;
    public const long Fund = 5;

    private static readonly AuthorizationId Other = new("THA-OTHER");

    /// <param name="uses">What the authorization covers.</param>
    /// <param name="definition">Its definition of first transfer.</param>
    /// <param name="isNamed">Whether a second authorization covers the same units, so that nothing happens to them before people name one.</param>
    /// <param name="change">Changes the terms.</param>
    /// <param name="cutOff">Thailand's choice for the last day.</param>
    /// <param name="isIssuedFirst">Whether the units are recorded before the authorization.</param>
    public FirstTransferWorld(
        AuthorizedUses uses, FirstTransferDefinition? definition, bool isNamed = false, Func<Authorization, Authorization>? change = null, OimpCutOff? cutOff = null, bool isIssuedFirst = false)
    {
        var bare = Bare(Tha);
        Sides = new TwoSides(bare.Japan.Settings, bare.Partner.Settings with { OimpCutOff = cutOff });
        (Sides.Japan.State, Sides.Partner.State) = (bare.Japan.State, bare.Partner.State);
        Sides.Japan.Journal.AddRange(bare.Japan.Journal);
        Sides.Partner.Journal.AddRange(bare.Partner.Journal);
        Thailand(new OpenAccount(Account(Tha, Fund), AccountKind.AdaptationFund, new AccountHolder("Adaptation Fund"), false, new DateOnly(2025, 4, 1)));
        foreach (var side in new[] { Sides.Japan, Sides.Partner })
        {
            Sides.Do(side, new RegisterProject(Project(Th901)));
            Sides.Do(side, new RecordDecision(Decision(Decision901, Tha, new DateOnly(2025, 5, 15), Line(Th901, Period(2021, 2021), Tha, Tonnes, 0, 2021))));
            Sides.Do(side, new SayHello());
        }

        Sides.Do(Sides.Japan, new RecordAuthorization(Authorization(Jpn, JapaneseAuthorization, Tha)));
        if (isNamed) Thailand(new RecordAuthorization(Authorization(Tha, Other, Jpn)));
        var terms = Authorization(Tha, Id, Jpn) with { Uses = uses, FirstTransferDefinition = definition };
        var recorded = new RecordAuthorization(change?.Invoke(terms) ?? terms);
        var issue = new IssueLeg(Decision901, "TH901", Issued, [new LegPosting(Account(Tha, 101), new Vintage(2021), new UnitQuantity(Tonnes), Tha)]);
        foreach (var command in isIssuedFirst ? new LedgerCommand[] { issue, recorded } : [recorded, issue]) Thailand(command);
    }

    public TwoSides Sides { get; }

    /// <summary>First transfers of the units whose serials are given, wherever they are; nothing for those that have none.</summary>
    public IReadOnlyList<FirstTransfer?> Of(long first = 1, long final = Tonnes) => [.. Sides.Partner.State.BlocksOverlapping(Serials901(first, final)).Select(b => b.FirstTransfer).Distinct()];

    public FirstTransferWorld Thailand(LedgerCommand command)
    {
        Sides.Do(Sides.Partner, command);
        return this;
    }

    public Refusal? Try(LedgerCommand command) => Sides.Try(Sides.Partner, command);

    /// <summary>One of the acts that may be a first transfer, by its name, on units 1 to 10.</summary>
    public Refusal? Act(string act, long first = 1, long final = 10)
    {
        var units = Of901(first, final);
        switch (act)
        {
            case "transfer":
                var id = Sides.NewId();
                if (Try(new ProposeTransfer(id, [units], Account(Jpn, 101), Id, null, Sides.Now.AddDays(1))) is { } refusal) return refusal;
                Sides.Accept(id);
                return null;
            case "cancellation": return Try(Flows.Cancel(Account(Tha, 101), units.Serials!, CancellationPurpose.InternationalMitigation, Id));
            case "overall mitigation": return Try(Flows.Cancel(Account(Tha, 101), units.Serials!, CancellationPurpose.OverallMitigation, Id));
            case "Adaptation Fund": return Try(new TransferToAdaptationFund(units, Account(Tha, Fund), Id, null));
            case "named": return Try(new RecordFirstTransfer(units, Id));
            default: throw new ArgumentOutOfRangeException(nameof(act), act, "Unknown act.");
        }
    }

    /// <summary>Laws of both sides, and the journal of each replayed.</summary>
    public void ShouldBeLawful()
    {
        Sides.LawsHold();
        foreach (var side in new[] { Sides.Japan, Sides.Partner }) ItemText.Of(side.Journal.Aggregate(LedgerState.Empty, RegistryLedger.Apply)).ShouldBe(ItemText.Of(side.State));
    }

    /// <summary>The records of Thailand's adjustments.</summary>
    public AdjustmentHistory History()
    {
        var history = new AdjustmentHistory(Tha);
        for (var i = 0; i < Sides.Partner.Journal.Count; i++) history.Take(new BilateralRegistryId(Jpn, Tha), i + 1, Sides.Now, Sides.Partner.Journal[i]);
        return history;
    }
}
