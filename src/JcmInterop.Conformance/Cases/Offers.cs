using System.Collections.Immutable;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Cases;

/// <summary>Invented offers, authorizations and answers of the Party the kit plays.</summary>
internal static class Offers
{
    private const int Tonnes = 10;
    private static readonly DateOnly Authorized = new(2024, 1, 1);
    private static readonly ProjectReference Project = new("TH999");

    public static TransferId NewId(KitSide side) => new(Guid.Parse(side.NewId()));

    public static AuthorizationId NewAuthorization(KitSide side) => new($"CONFORMANCE-{side.NewId()[..23]}");

    public static Authorization Authorization(KitSide side, AuthorizationId id) => new(
        id, 1, side.Target.Played, Authorized, new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [side.Target.Tested], [], null, new Vintage(2021), new Vintage(2030), [], null,
        null, Registry(side.Target.Played), ["Energy generation"], ["Solar"], null, null, "invented by the conformance kit");

    public static TransferOffer Offer(KitSide side, TransferId id, AuthorizationId? authorization) => new(
        id, TransferKind.BetweenRegistries, side.Target.Played, side.Target.Tested, new AccountNumber(side.Target.Played, 1), null, authorization, null, null,
        DateOnly.FromDateTime(side.Now.UtcDateTime), WireInstant.Truncate(side.Now.AddDays(1)), [Run(side, id, authorization)]);

    /// <summary>An offer whose deadline was over before it was sent, by more than two clocks may differ.</summary>
    public static TransferOffer Late(KitSide side, AuthorizationId? authorization)
    {
        var offer = Offer(side, NewId(side), authorization);
        return offer with { OfferedOn = offer.OfferedOn.AddDays(-2), DecideBy = offer.DecideBy.AddDays(-2) };
    }

    /// <summary>An offer of the units of a decision line that nobody told.</summary>
    public static TransferOffer Approved(KitSide side) => Offer(side, NewId(side), NewAuthorization(side)) with
    {
        Kind = TransferKind.AfterApproval, Decision = new DecisionId($"KIT-{side.NewId()[..23]}"), LineId = "L1",
    };

    public static Draft Propose(KitSide side, params ImmutableArray<TransferOffer> offers) => Draft(side, new TransferProposal(offers));

    public static Draft Accept(KitSide side, TransferId id) => Draft(side, new TransferAcceptance([new AcceptedTransfer(id, new AccountNumber(side.Target.Played, 1), null)]));

    public static Draft Cancel(KitSide side, params ImmutableArray<TransferId> ids) =>
        Draft(side, new TransferCancellation([.. ids.Select(id => new CancelledTransfer(id, CancellationReason.Withdrawn))]));

    public static Draft Refuse(KitSide side, TransferId id) => Draft(side, new TransferRefusal(
        [new RefusedTransfer(id, new Domain.Refusals.Refusal(1, "Refused by the conformance kit.", "適合試験による拒否です。", "contracts/protocol.md", "None.", "なし。"))]));

    public static Draft Complete(KitSide side, TransferOffer offer)
    {
        var on = DateOnly.FromDateTime(side.Now.UtcDateTime);
        var units = offer.Units.Select(run => run with
        {
            Itmo = new ItmoBlock(new CooperativeApproachId("CA9999"), Registry(side.Target.Played), side.Target.Played, run.Serials.First),
            FirstTransfer = new FirstTransfer(on, FirstTransferTrigger.InternationalTransfer, offer.Authorization!.Value),
        });
        return Draft(side, new TransferCompletion([new CompletedTransfer(offer.Id, on, [.. units])]));
    }

    public static Draft Draft(KitSide side, PartnerMessage message) =>
        side.Next(MessageBodies.TypeOf(message), JsonNode.Parse(MessageBodies.Write(message))!);

    private static PartyRegistryId Registry(PartyCode party) => new($"{party}01");

    // The prefix holds the id of the transfer, so that no two offers ever name the same serial.
    private static UnitRun Run(KitSide side, TransferId id, AuthorizationId? authorization) => new(
        new SerialRange($"KIT-{id}-", 1, Tonnes), side.Target.Played, Project, new Vintage(2022), null, authorization, null, null);
}
