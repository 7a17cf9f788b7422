using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

public sealed class FlowTests
{
    private static TransferId NewId() => new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    [Fact]
    public async Task Both_sides_issue_their_legs_of_one_decision()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();

        foreach (var node in new[] { pair.Japan, pair.Thailand })
        {
            var state = await node.StateAsync();
            state.Leg(Facts.Mirrored, Facts.LineId, Facts.Jpn)!.State.ShouldBe(LegState.Issued);
            state.Leg(Facts.Mirrored, Facts.LineId, Facts.Tha)!.State.ShouldBe(LegState.Issued);
        }

        await pair.ShouldBeLawfulAsync();
    }

    [Fact]
    public async Task Partner_issues_and_first_transfers_and_Japan_acquires()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        var decision = Facts.Decide(Facts.Delivered, new DateOnly(2025, 5, 15), toThailand: 70, toJapan: 30);
        await pair.Japan.DoAsync(decision);
        await pair.Thailand.DoAsync(decision);
        await pair.QuietAsync();
        await pair.Thailand.DoAsync(new IssueLeg(
            Facts.Delivered, Facts.LineId, new DateOnly(2025, 6, 1),
            [Facts.Posting(Facts.Tha, 101, 2022, 70, Facts.Tha), Facts.Posting(Facts.Tha, 4, 2022, 30, Facts.Jpn)]));
        var id = NewId();
        await pair.Thailand.DoAsync(new ApproveTransfer(
            id, Facts.Delivered, Facts.LineId, Facts.ThaiAuthorization, null, TimeProvider.System.GetUtcNow().AddDays(5)));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        await pair.Japan.DoAsync(new RecordAcquisition(Facts.Delivered, Facts.LineId, Facts.Account(Facts.Jpn, 1), null));

        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Completed);
        await pair.QuietAsync();
        (await pair.Japan.StateAsync()).Transfers[id].Completed.ShouldAllBe(run => run.Itmo != null && run.FirstTransfer != null);
        await pair.ShouldBeLawfulAsync();
    }

    [Fact]
    public async Task Existing_units_are_proposed_accepted_and_completed()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        var id = NewId();
        await pair.Thailand.DoAsync(Facts.Propose(id, 250, TimeProvider.System.GetUtcNow()));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        await pair.Japan.DoAsync(new AcceptTransfer(id, null, null));

        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Completed);
        await pair.QuietAsync();
        (await pair.Japan.StateAsync()).Blocks.Where(b => b.IsLive && b.IssuedBy == Facts.Tha).Sum(b => b.Quantity.Tonnes).ShouldBe(250);
        await pair.ShouldBeLawfulAsync();
    }

    [Fact]
    public async Task A_refused_proposal_leaves_the_units_where_they_were()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        var id = NewId();
        await pair.Thailand.DoAsync(Facts.Propose(id, 250, TimeProvider.System.GetUtcNow()));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        await pair.Japan.DoAsync(new RefuseTransfer(id, "not wanted"));

        await NodePair.StateIsAsync(pair.Thailand, id, TransferState.Refused);
        await pair.QuietAsync();
        (await pair.Thailand.StateAsync()).Blocks.Sum(b => b.IsLive ? b.Quantity.Tonnes : 0).ShouldBe(10_000);
        await pair.ShouldBeLawfulAsync();
    }

    [Fact]
    public async Task Many_transfers_at_once_all_settle()
    {
        const int count = 64;
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        var ids = Enumerable.Range(0, count).Select(_ => NewId()).ToList();
        await Task.WhenAll(ids.Select(id => pair.Thailand.DoAsync(Facts.Propose(id, 10, TimeProvider.System.GetUtcNow()))));
        await pair.QuietAsync();
        await Task.WhenAll(ids.Select(id => pair.Japan.DoAsync(new AcceptTransfer(id, null, null))));
        await pair.QuietAsync();

        (await pair.Japan.StateAsync()).Transfers.Values.Count(t => t.State == TransferState.Completed).ShouldBe(count);
        await pair.ShouldBeLawfulAsync();
    }

    [Fact]
    public async Task Messages_wait_while_the_partner_is_down_and_go_when_it_is_back()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        await pair.Japan.StopAsync();
        var id = NewId();
        await pair.Thailand.DoAsync(Facts.Propose(id, 250, TimeProvider.System.GetUtcNow()));
        await Wait.UntilAsync(async () => (await pair.Thailand.Store.OutboxesAsync()) is [{ FirstDelivery.Attempts: > 0 }], "a failed attempt to be kept");
        await pair.Thailand.StopAsync();

        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        await pair.QuietAsync();
        LedgerLaws.CheckPair(await pair.Japan.StateAsync(), await pair.Thailand.StateAsync()).ShouldBeEmpty();
    }
}
