using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Grains.Tests.Links;

/// <summary>How soon a link tries again.</summary>
public sealed class PartnerAwayTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;
    private readonly ScriptedConnection partner = new();
    private readonly LinkOptions options = new();
    private readonly PartnerLink link;

    public PartnerAwayTests()
    {
        (japan, thailand) = RegistrySide.Pair();
        link = new PartnerLink(japan.Configuration, japan.Store, japan, partner, japan.Time, options, japan.Tail, NullLogger.Instance);
        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow());
        partner.OnMessage = Deliver;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_partner_that_cannot_be_reached_is_tried_briskly_for_a_minute_and_then_later_and_later(bool isUnreachableForTheClockToo)
    {
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        if (isUnreachableForTheClockToo) partner.OnTime = () => new PartnerAnswer.Unreachable("down");
        var failing = TimeSpan.Zero;
        var (brisk, late) = (new List<TimeSpan>(), new List<TimeSpan>());
        while (late.Count < 10)
        {
            var wait = await TurnAsync();
            (failing < options.BriskFor ? brisk : late).Add(wait);
            japan.Time.Advance(wait);
            failing += wait;
        }

        for (var i = 0; i < 3; i++) brisk[i].ShouldBeInRange(options.BackOffFirst * (1 << i) / 2, options.BackOffFirst * (1 << i));
        brisk[3..].ShouldAllBe(w => w >= options.BackOffBrisk / 2 && w <= options.BackOffBrisk);
        brisk.Count.ShouldBeInRange(30, 65);
        for (var i = 0; i < 7; i++) late[i].ShouldBeInRange(options.BackOffBrisk * (1 << i), options.BackOffBrisk * (2 << i));
        late[^1].ShouldBeInRange(options.BackOffMax / 2, options.BackOffMax);
        link.State.LastError.ShouldBe("down");
        var delivery = (await japan.Store.NextUndeliveredAsync(Facts.Pair, 1, TestContext.Current.CancellationToken))[0].Delivery;
        delivery.Attempts.ShouldBe(isUnreachableForTheClockToo ? 0 : brisk.Count + late.Count);

        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow());
        partner.OnMessage = Deliver;
        await TurnAsync();
        (await thailand.PositionAsync()).ShouldBe(1);
        await SendAsync("two");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        (await TurnAsync()).ShouldBeInRange(options.BackOffFirst / 2, options.BackOffFirst);
    }

    [Fact]
    public async Task What_is_recorded_while_the_partner_is_away_waits_for_the_next_attempt_too()
    {
        partner.OnTime = () => new PartnerAnswer.Unreachable("down");
        var wait = await TurnAsync();
        await SendAsync("one");
        (await TurnAsync()).ShouldBe(wait);
        partner.TimesAsked.ShouldBe(1);
        japan.Time.Advance(wait);
        await TurnAsync();
        partner.TimesAsked.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_partners_word_brings_about_the_next_attempt_at_once(bool isUnreachableForTheClockToo)
    {
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        if (isUnreachableForTheClockToo) partner.OnTime = () => new PartnerAnswer.Unreachable("down");
        await AwayForAsync(TimeSpan.FromHours(1));
        japan.Time.Advance(options.ResumeApart);
        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow());
        partner.OnMessage = Deliver;
        (await TurnAsync()).ShouldBeGreaterThan(TimeSpan.FromMinutes(2));

        (await link.ResumeAsync()).ShouldBeTrue();
        (await TurnAsync()).ShouldBe(options.ClockCheckEvery);
        (await thailand.PositionAsync()).ShouldBe(1);
        (await link.ResumeAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_partner_that_speaks_and_does_not_hear_is_tried_briskly_and_not_for_every_message()
    {
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        await AwayForAsync(TimeSpan.FromHours(1));
        partner.Sent.Clear();
        for (var i = 0; i < 100; i++)
        {
            (await link.ResumeAsync()).ShouldBeTrue();
            (await TurnAsync()).ShouldBeLessThanOrEqualTo(options.ResumeApart);
            japan.Time.Advance(options.ResumeApart / 10);
        }

        partner.Sent.Count.ShouldBeInRange(9, 21);
    }

    [Fact]
    public async Task An_attempt_that_fails_after_the_partners_word_counts_as_the_first()
    {
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        japan.Time.Advance(await AwayForAsync(TimeSpan.FromHours(1)));
        partner.OnMessage = async _ =>
        {
            (await link.ResumeAsync()).ShouldBeFalse();
            return new PartnerAnswer.Unreachable("the answer was lost");
        };
        (await TurnAsync()).ShouldBeInRange(options.BackOffFirst / 2, options.BackOffFirst);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private Task<TimeSpan> TurnAsync() => link.TurnAsync(TestContext.Current.CancellationToken);

    private async Task<TimeSpan> AwayForAsync(TimeSpan time)
    {
        var until = japan.Time.GetUtcNow() + time;
        while (true)
        {
            var wait = await TurnAsync();
            if (japan.Time.GetUtcNow() >= until) return wait;
            japan.Time.Advance(wait);
        }
    }

    private Task SendAsync(string text) => japan.DoAsync(new SendTest(text));

    private async Task<PartnerAnswer> Deliver(ReadOnlyMemory<byte> bytes)
    {
        var reply = await thailand.Writer.ReceiveAsync(bytes);
        return reply.Kind == MessageReplyKind.Receipted ? new PartnerAnswer.Receipt(reply.Receipt) : new PartnerAnswer.Refusal(409, reply.Problem!.English, reply.Problem.ExpectedSequence);
    }
}
