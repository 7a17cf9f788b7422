using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>What the two sides say about one transfer when nothing goes wrong, taken from a run of the real ledgers, and the same changed.</summary>
internal sealed record TransferScript(
    TransferKind Kind, LedgerCommand Offering, PartnerMessage Offer, TransferOffer Offered, TransferAcceptance Acceptance, TransferRefusal Refusal, TransferCompletion Completion)
{
    public static readonly TransferId Id = TwoSides.Id(1);
    public static readonly AcceptTransfer Accepting = new(Id, Sample.Account(Sample.Jpn, 101), null);
    public static readonly RefuseTransfer Refusing = new(Id, "Not agreed.");
    public static readonly TransferCancellation Cancellation = new([new CancelledTransfer(Id, CancellationReason.Withdrawn)]);

    public DateTimeOffset LastInstant => Offered.DecideBy;

    public DateTimeOffset Late => Offered.DecideBy.AddMilliseconds(1);

    public TransferCompletion ChangedCompletion =>
        new([Completion.Transfers[0] with { Units = [Completion.Transfers[0].Units[0] with { Itmo = Completion.Transfers[0].Units[0].Itmo! with { FirstTransferringParty = Sample.Jpn } }] }]);

    public TransferAcceptance MisplacedAcceptance => new([Acceptance.Transfers[0] with { AcquiringAccount = Sample.Account(Sample.Tha, 101) }]);

    public PartnerMessage ChangedOffer => Told(Offered with { DecideBy = Offered.DecideBy.AddHours(1) });

    public PartnerMessage UnsoundOffer => Told(Offered with { TransferringAccount = Sample.Account(Sample.Jpn, 101) });

    /// <summary>Two sides that have nothing open yet and can make an offer of a kind.</summary>
    public static TwoSides NothingOpen(TransferKind kind) => kind == TransferKind.AfterApproval ? Flows.Th014Issued() : Sample.Thailand();

    public static TransferScript Run(TransferKind kind)
    {
        var sides = NothingOpen(kind);
        LedgerCommand offering = kind == TransferKind.AfterApproval ? Flows.Approval(sides, Id) : Flows.Proposal(sides, Id, Sample.Of901(1, 10));
        var offer = Only<PartnerMessage>(sides.Partner.Decide(offering, sides.Now));
        sides.Japan.Receive(offer, sides.Now).Done();
        var refusal = Only<TransferRefusal>(RegistryLedger.Decide(sides.Japan.State, sides.Japan.Settings, Refusing, sides.Now));
        var acceptance = Only<TransferAcceptance>(sides.Japan.Decide(Accepting, sides.Now));
        var completion = Only<TransferCompletion>(sides.Partner.Receive(acceptance, sides.Now));
        return new TransferScript(kind, offering, offer, sides.Partner.OfferOf(Id), acceptance, refusal, completion);
    }

    /// <summary>An offer of the other side under the same id.</summary>
    public LedgerCommand OfferingBack(DateTimeOffset now) => Kind == TransferKind.AfterApproval
        ? new ApproveTransfer(Id, Flows.Decision014, "TH014", Sample.JapaneseAuthorization, null, now.AddDays(1))
        : new ProposeTransfer(Id, [new(Sample.Account(Sample.Jpn, 101), Sample.Serials901(1, 10))], null, null, null, now.AddDays(1));

    private PartnerMessage Told(TransferOffer offer) => Kind == TransferKind.AfterApproval ? new TransferApproval([offer]) : new TransferProposal([offer]);

    private static T Only<T>(Outcome outcome)
        where T : PartnerMessage =>
        outcome.Done().Messages.ShouldHaveSingleItem().ShouldBeAssignableTo<T>()!;
}
