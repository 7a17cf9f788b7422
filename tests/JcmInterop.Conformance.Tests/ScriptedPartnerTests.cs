using System.Net.Http.Headers;
using JcmInterop.Conformance.Tests.World;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Links;
using JcmInterop.Messages.Json;
using JcmInterop.ScriptedPartner;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Conformance.Tests;

public sealed class ScriptedPartnerTests : IAsyncLifetime
{
    private static readonly PartyCode Japan = PartyCode.Japan;
    private static readonly AccountNumber Receiving = new(Kit.Route.To, 101);
    private readonly Kit kit = new();
    private Partner partner = null!;
    private OwnNode node = null!;

    public async ValueTask InitializeAsync()
    {
        partner = await Partner.StartAsync(Kit.Route, kit.Key, Kit.Ring(Kit.Route.To, kit.EndpointKey), TimeProvider.System);
        node = await OwnNode.StartAsync(kit, partner.Url, builder =>
            builder.Services.AddSingleton(new LinkOptions { BackOffFirst = TimeSpan.FromMilliseconds(20), BackOffMax = TimeSpan.FromMilliseconds(50) }));
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await partner.DisposeAsync();
        kit.Dispose();
    }

    [Fact]
    public async Task A_message_is_repeated_unchanged_until_its_own_receipt_has_come()
    {
        await partner.PlayAsync(
            node.Url,
            PartnerStep.Meanwhile("a test is sent", () => DoAsync(new SendTest("hello"))),
            PartnerStep.Expects("test", PartnerReply.Garbage),
            PartnerStep.Expects("test", PartnerReply.Empty),
            PartnerStep.Expects("test", PartnerReply.Huge),
            PartnerStep.Expects("test", PartnerReply.ReceiptForAnother),
            PartnerStep.Expects("test", PartnerReply.ReceiptBy(kit.OtherKey)),
            PartnerStep.Expects("test", PartnerReply.Receipt),
            PartnerStep.Meanwhile("the next test is sent", () => DoAsync(new SendTest("again"))),
            PartnerStep.Expects("test", PartnerReply.Receipt));

        partner.Arrived.Take(6).Distinct().ShouldHaveSingleItem();
        partner.Arrived.Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_half_an_answer_is_none()
    {
        await using var elsewhere = await Partner.StartAsync(Kit.Route, kit.OtherKey, Kit.Ring(Kit.Route.To, kit.EndpointKey), TimeProvider.System);
        await partner.PlayAsync(
            node.Url,
            PartnerStep.Meanwhile("a test is sent", () => DoAsync(new SendTest("hello"))),
            PartnerStep.Expects("test", PartnerReply.RedirectTo(elsewhere.Url)),
            PartnerStep.Expects("test", PartnerReply.BrokenOff),
            PartnerStep.Expects("test", PartnerReply.BrokenOff),
            PartnerStep.Expects("test", PartnerReply.Receipt));

        elsewhere.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partner_that_lost_messages_gets_them_again()
    {
        await partner.PlayAsync(
            node.Url,
            PartnerStep.Meanwhile("a test is sent", () => DoAsync(new SendTest("first"))),
            PartnerStep.Expects("test", PartnerReply.Receipt),
            PartnerStep.Meanwhile("the next test is sent", () => DoAsync(new SendTest("second"))),
            PartnerStep.Expects("test", PartnerReply.ExpectedSequence(1)),
            PartnerStep.Expects("test", PartnerReply.Receipt),
            PartnerStep.Expects("test", PartnerReply.Receipt));

        partner.Arrived[2].ShouldBe(partner.Arrived[0]);
        partner.Arrived[3].ShouldBe(partner.Arrived[1]);
    }

    [Fact]
    public async Task A_proposal_is_accepted_and_completed()
    {
        var authorization = Authorization();
        var offer = Offer(authorization);
        await partner.PlayAsync(
            node.Url,
            PartnerStep.Meanwhile("an account is opened", () => DoAsync(new OpenAccount(Receiving, AccountKind.EntityHolding, new AccountHolder("Holder"), false, new DateOnly(2025, 4, 1)))),
            PartnerStep.Sends(() => new AuthorizationNotice(authorization)),
            PartnerStep.Sends(() => new TransferProposal([offer])),
            PartnerStep.Sends(() => new TransferProposal([offer])),
            PartnerStep.Meanwhile("the administrator accepts", () => DoAsync(new AcceptTransfer(offer.Id, Receiving, null))),
            PartnerStep.Expects("transfer-acceptance", PartnerReply.Status(503)),
            PartnerStep.Expects("transfer-acceptance", PartnerReply.Receipt),
            PartnerStep.Sends(() => Completion(offer)),
            PartnerStep.Sends(() => Completion(offer)),
            PartnerStep.Sends(() => new TransferCancellation([new CancelledTransfer(offer.Id, CancellationReason.Withdrawn)]), "refused"));
    }

    private static Authorization Authorization() => new(
        new AuthorizationId("JPN-1"), 1, Japan, new DateOnly(2024, 1, 1), new CooperativeApproachId("CA9999"), AuthorizedUses.Ndc, [Kit.Route.To], [], null,
        new Vintage(2021), new Vintage(2030), [], null, null, new PartyRegistryId("JPN01"), ["Energy generation"], ["Solar"], null, null, "invented for tests");

    private static TransferOffer Offer(Authorization authorization)
    {
        var now = TimeProvider.System.GetUtcNow();
        var units = new UnitRun(new SerialRange("JPN-SCRIPT-", 1, 10), Japan, new Domain.Programme.ProjectReference("TH901"), new Vintage(2022), null, authorization.Id, null, null);
        return new TransferOffer(
            new TransferId(Guid.CreateVersion7(now)), TransferKind.BetweenRegistries, Japan, Kit.Route.To, new AccountNumber(Japan, 101), null, authorization.Id, null, null,
            DateOnly.FromDateTime(now.UtcDateTime), WireInstant.Truncate(now.AddDays(1)), [units]);
    }

    private static TransferCompletion Completion(TransferOffer offer)
    {
        var on = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var units = offer.Units.Select(run => run with
        {
            Itmo = new ItmoBlock(new CooperativeApproachId("CA9999"), new PartyRegistryId("JPN01"), Japan, 1),
            FirstTransfer = new FirstTransfer(on, FirstTransferTrigger.InternationalTransfer, offer.Authorization!.Value),
        });
        return new TransferCompletion([new CompletedTransfer(offer.Id, on, [.. units])]);
    }

    private async Task DoAsync(LedgerCommand command)
    {
        using var http = new HttpClient { BaseAddress = node.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", node.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "operator/v1/registries/JPN-THA/commands");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        request.Content = new ByteArrayContent(WireJson.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
