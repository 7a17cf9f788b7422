using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 8: what an endpoint makes of offers, answers and ends, as far as one side alone can tell.</summary>
/// <remarks>Cases that belong together share an offer, so they stand and are played in this order.</remarks>
internal sealed class TransferCases
{
    private TransferOffer? refused;
    private TransferOffer? open;

    public IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Refused("acceptance-unknown", "8.7", "an acceptance of a transfer nobody offered", side => Offers.Accept(side, Offers.NewId(side))),
        ConformanceCase.Refused("refusal-unknown", "8.7", "a refusal of a transfer nobody offered", side => Offers.Refuse(side, Offers.NewId(side))),
        ConformanceCase.Refused("completion-unknown", "8.8", "a completion of a transfer nobody offered", side => Offers.Complete(side, Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side)))),
        ConformanceCase.Refused("cancellation-unknown", "8.8", "a cancellation of a transfer nobody offered", side => Offers.Cancel(side, Offers.NewId(side))),
        ConformanceCase.Recorded("offer-against-rule", "8.16", "a proposal under an authorization that was never told", side =>
            Offers.Propose(side, refused = Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side)))),
        ConformanceCase.Refused("refused-completion", "8.12", "a completion of that transfer", side => Offers.Complete(side, refused!)),
        ConformanceCase.Recorded("refused-offer-again", "8.12", "the same proposal again", side => Offers.Propose(side, refused!)),
        ConformanceCase.Refused("refused-offer-other", "8.12", "the proposal again with another deadline", side => Offers.Propose(side, Later(refused!))),
        ConformanceCase.Recorded("refused-cancellation", "8.12", "a cancellation of that transfer", side => Offers.Cancel(side, refused!.Id)),
        ConformanceCase.Recorded("offer-of-receiver", "8.16", "a proposal in which the endpoint's Party is the transferring one", side => Offers.Propose(side, Crossed(side))),
        ConformanceCase.Recorded("authorization", "5.7", "an authorization of the kit's Party", side => Authorize(side, out open)),
        ConformanceCase.Recorded("offer", "8.8", "a proposal under that authorization, to no account in particular", side => Offers.Propose(side, open!)),
        ConformanceCase.Recorded("offer-again", "8.9", "the same proposal again", side => Offers.Propose(side, open!)),
        ConformanceCase.Refused("offer-other", "8.9", "the proposal again with another deadline", side => Offers.Propose(side, Later(open!))),
        ConformanceCase.Refused("own-acceptance", "8.7", "an acceptance of that transfer by the side that offered it", side => Offers.Accept(side, open!.Id)),
        ConformanceCase.Recorded("cancellation", "8.9", "a cancellation of that transfer", side => Offers.Cancel(side, open!.Id)),
        ConformanceCase.Recorded("cancellation-again", "8.13", "the cancellation again, in a message of its own", side => Offers.Cancel(side, open!.Id)),
        ConformanceCase.Refused("cancelled-completion", "8.13", "a completion of the cancelled transfer", side => Offers.Complete(side, open!)),
        ConformanceCase.Refused("two-faults", "8.15", "a cancellation of two transfers nobody offered", side => Offers.Cancel(side, Offers.NewId(side), Offers.NewId(side))),
        ConformanceCase.Recorded("offer-late", "8.22", "a proposal whose deadline has passed", side => Offers.Propose(side, open = Offers.Late(side, open!.Authorization))),
        ConformanceCase.Recorded("late-cancellation", "8.23", "the cancellation of the late proposal", side => Offers.Cancel(side, open!.Id)),
    ];

    private static Draft Authorize(KitSide side, out TransferOffer offer)
    {
        var id = Offers.NewAuthorization(side);
        offer = Offers.Offer(side, Offers.NewId(side), id);
        return Offers.Draft(side, new AuthorizationNotice(Offers.Authorization(side, id)));
    }

    private static TransferOffer Later(TransferOffer offer) => offer with { DecideBy = offer.DecideBy.AddHours(1) };

    private static TransferOffer Crossed(KitSide side)
    {
        var offer = Offers.Offer(side, Offers.NewId(side), Offers.NewAuthorization(side));
        return offer with { TransferringParty = side.Target.Tested, AcquiringParty = side.Target.Played };
    }
}
