using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class StatusQuestionTests : IAsyncDisposable
{
    private static readonly TransferId Id = new(new Guid(1, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));
    private readonly LinkedPair pair = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => pair.DisposeAsync();

    [Fact]
    public async Task An_accepted_transfer_that_waits_is_asked_for_and_what_is_learned_is_the_completion_itself()
    {
        await AcceptedAsync(isGreeted: true);
        pair.Japan.Time.Advance(TimeSpan.FromHours(1));
        await pair.Japan.Writer.SweepAsync();
        (await WaitingAsync()).ShouldBe(["transfer-acceptance", "status-query"]);
        await pair.QuietAsync();
        (await pair.Japan.StateAsync()).Transfers[Id].State.ShouldBe(TransferState.Completed);
        (await pair.Japan.StateAsync()).Faults.ShouldBeEmpty();
        (await pair.Japan.Store.DueAsync(pair.Japan.Time.GetUtcNow().AddYears(1), 10, Cancelled)).Where(d => d.Id != "checkpoint").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_question_is_asked_again_later_and_later()
    {
        await AcceptedAsync(isGreeted: true);
        foreach (var hours in new[] { 1, 1, 2, 4 })
        {
            pair.Japan.Time.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
            await pair.Japan.Writer.SweepAsync();
            var before = (await WaitingAsync()).Count;
            pair.Japan.Time.Advance(TimeSpan.FromSeconds(1));
            await pair.Japan.Writer.SweepAsync();
            (await WaitingAsync()).Count.ShouldBe(before + 1);
        }
    }

    [Fact]
    public async Task A_partner_that_does_not_know_the_question_is_not_asked()
    {
        await AcceptedAsync(isGreeted: false);
        pair.Japan.Time.Advance(TimeSpan.FromDays(3));
        await pair.Japan.Writer.SweepAsync();
        (await WaitingAsync()).ShouldBe(["transfer-acceptance"]);
        (await pair.Japan.Store.DueAsync(pair.Japan.Time.GetUtcNow().AddDays(1), 10, Cancelled)).Count(d => d.Id != "checkpoint").ShouldBe(1);
    }

    private async Task AcceptedAsync(bool isGreeted)
    {
        await pair.Japan.PrepareAsync(1_000);
        await pair.Thailand.PrepareAsync(1_000);
        if (isGreeted) await pair.GreetAsync();
        await pair.Thailand.DoAsync(Facts.Propose(Id, 10, pair.Thailand.Time.GetUtcNow()));
        await pair.QuietAsync();
        await pair.Japan.DoAsync(new AcceptTransfer(Id, Facts.Account(Facts.Jpn, 101), null));
    }

    private async Task<List<string>> WaitingAsync() =>
        [.. (await pair.Japan.Store.NextUndeliveredAsync(Facts.Pair, 100, Cancelled)).Select(m =>
            Jws.TryRead(m.Message.Bytes, JwsTypes.Message, out var jws, out _) ? System.Text.Json.JsonElement.Parse(jws!.Payload.Span).GetProperty("type").GetString()! : "").Where(type => type != "checkpoint")];
}
