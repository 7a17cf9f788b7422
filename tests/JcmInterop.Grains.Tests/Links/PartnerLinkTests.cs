using System.Security.Cryptography;
using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Grains.Tests.Links;

public sealed class PartnerLinkTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;
    private readonly ScriptedConnection partner = new();
    private readonly LinkOptions options = new();
    private readonly PartnerLink link;

    public PartnerLinkTests()
    {
        (japan, thailand) = RegistrySide.Pair();
        link = new PartnerLink(japan.Configuration, japan.Store, japan, partner, japan.Time, options, japan.Tail, NullLogger.Instance);
        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow());
        partner.OnMessage = Deliver;
    }

    [Fact]
    public async Task Messages_go_in_order_and_their_receipts_are_kept()
    {
        await SendAsync("one", "two", "three");
        (await TurnAsync()).ShouldBe(options.ClockCheckEvery);
        (await japan.Store.OutboxesAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await thailand.PositionAsync()).ShouldBe(3);
        link.State.LastContactAt.ShouldBe(japan.Time.GetUtcNow());
        link.State.LastError.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_just_committed_is_sent_without_asking_the_store_again()
    {
        await SendAsync("one");
        await TurnAsync();
        japan.Control.Asked.Clear();
        await SendAsync("two", "three");
        await TurnAsync();

        japan.Control.Asked.ShouldNotContain(nameof(japan.Store.NextUndeliveredAsync));
        (await japan.Store.OutboxesAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await thailand.PositionAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task After_an_attempt_that_failed_the_store_says_what_is_next()
    {
        await SendAsync("one");
        await TurnAsync();
        await SendAsync("two");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Refusal(400, "we do not like it", null));
        await TurnAsync();
        await SendAsync("three");
        partner.Sent.Clear();
        await TurnAsync();

        partner.Sent.ShouldBeEmpty();
        link.State.Parked!.Number.ShouldBe(NodeProblems.MessageRefused);
    }

    [Fact]
    public async Task The_next_attempt_is_kept_over_a_restart_of_the_link()
    {
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        var wait = await TurnAsync();
        partner.Sent.Clear();
        var restarted = new PartnerLink(japan.Configuration, japan.Store, japan, partner, japan.Time, options, japan.Tail, NullLogger.Instance);
        (await restarted.TurnAsync(TestContext.Current.CancellationToken)).ShouldBe(wait);
        partner.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_the_link_wait_until_it_has_caught_up()
    {
        var right = japan.Time.GetUtcNow();
        japan.Time.Advance(TimeSpan.FromDays(3));
        await SendAsync("one");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Unreachable("down"));
        await TurnAsync();
        japan.Time.AdjustTime(right);
        await TurnAsync();

        partner.TimesAsked.ShouldBe(2);
        partner.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_message_parks_the_link_until_a_person_asks_for_it_again()
    {
        await SendAsync("one", "two");
        partner.OnMessage = _ => Task.FromResult<PartnerAnswer>(new PartnerAnswer.Refusal(403, "we do not know your key", null));
        await TurnAsync();
        link.State.Parked!.Number.ShouldBe(NodeProblems.MessageRefused);
        link.State.Parked.English.ShouldContain("we do not know your key");
        link.Hold.ShouldBeNull();
        japan.Time.Advance(TimeSpan.FromDays(1));
        partner.Sent.Clear();
        await TurnAsync();
        partner.Sent.ShouldBeEmpty();

        partner.OnMessage = Deliver;
        await link.RetryAsync();
        await TurnAsync();
        link.State.Parked.ShouldBeNull();
        (await thailand.PositionAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(6, "ahead of")]
    [InlineData(-6, "behind")]
    public async Task A_partner_with_another_time_is_sent_nothing_and_told_apart(int minutes, string words)
    {
        await SendAsync("one");
        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow().AddMinutes(minutes));
        (await TurnAsync()).ShouldBe(options.ClockRetryEvery);
        partner.Sent.ShouldBeEmpty();
        link.Hold!.Number.ShouldBe(NodeProblems.ClocksDiffer);
        link.Hold.English.ShouldContain(words);
        link.Hold.English.ShouldContain("THA");
        link.State.ClockAhead.ShouldBe(TimeSpan.FromMinutes(minutes));

        partner.OnTime = () => new PartnerAnswer.Time(japan.Time.GetUtcNow().AddMinutes(minutes / 2));
        japan.Time.Advance(options.ClockRetryEvery);
        await TurnAsync();
        link.Hold.ShouldBeNull();
        (await thailand.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_partners_clock_is_looked_at_again_at_intervals()
    {
        await TurnAsync();
        await TurnAsync();
        partner.TimesAsked.ShouldBe(1);
        japan.Time.Advance(options.ClockCheckEvery);
        await TurnAsync();
        partner.TimesAsked.ShouldBe(2);
    }

    [Fact]
    public async Task A_receipt_for_another_message_does_not_count()
    {
        await SendAsync("one", "two");
        var first = await thailand.Writer.ReceiveAsync((await japan.Store.FindSentAsync(Facts.Pair, 1, TestContext.Current.CancellationToken))!.Message.Bytes);
        var isSecond = false;
        partner.OnMessage = async bytes =>
        {
            var answer = isSecond ? new PartnerAnswer.Receipt(first.Receipt) : await Deliver(bytes);
            isSecond = true;
            return answer;
        };
        await TurnAsync();
        var waiting = await japan.Store.NextUndeliveredAsync(Facts.Pair, 10, TestContext.Current.CancellationToken);
        waiting.Single().Message.Sequence.ShouldBe(2);
        waiting[0].Delivery.LastError!.ShouldContain("9025");
    }

    [Fact]
    public async Task A_partner_restored_from_a_backup_is_sent_what_it_lost()
    {
        await SendAsync("one", "two", "three");
        await TurnAsync();
        await using var restored = new RestoredPartner(thailand);
        partner.OnMessage = restored.Answer;
        await SendAsync("four");
        await TurnAsync();
        (await japan.Store.OutboxesAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await restored.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads.Incoming.Sequence.ShouldBe(4);
    }

    [Fact]
    public async Task A_message_that_waited_through_a_rotation_is_signed_with_the_new_key()
    {
        await SendAsync("one");
        using var random = RandomNumberGenerator.Create();
        using var rotated = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        var after = new PartnerLink(japan.Configuration with { SigningKeys = [rotated] }, japan.Store, japan, partner, japan.Time, options, japan.Tail, NullLogger.Instance);
        var trusting = thailand.Configuration with { PartnerKeys = new PartnerKeyRing(Facts.Jpn, new PinnedKey(rotated.Public, DateTimeOffset.MinValue)) };
        using var conditions = new RegistryConditions();
        await thailand.Writer.DisposeAsync();
        await using var writer = new RegistryWriter(trusting, thailand.Store, new CountedIds(), thailand.Time, conditions, new RegistryTail(), NullLogger.Instance, () => { });
        partner.OnMessage = async bytes => await AnswerOf(writer, bytes) is PartnerAnswer.Refusal refusal ? refusal with { Status = 403 } : await AnswerOf(writer, bytes);

        await after.TurnAsync(TestContext.Current.CancellationToken);
        (await japan.Store.OutboxesAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await thailand.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Every_genuine_message_is_the_partners_word_and_a_forged_one_is_not()
    {
        await SendAsync("one");
        var message = (await japan.Store.FindSentAsync(Facts.Pair, 1, TestContext.Current.CancellationToken))!.Message.Bytes;
        var spoken = 0;
        using var conditions = new RegistryConditions();
        await thailand.Writer.DisposeAsync();
        await using var writer = new RegistryWriter(thailand.Configuration, thailand.Store, new CountedIds(), thailand.Time, conditions, new RegistryTail(), NullLogger.Instance, () => { }, () => spoken++);

        (await AnswerOf(writer, message)).ShouldBeOfType<PartnerAnswer.Receipt>();
        spoken.ShouldBe(1);
        (await AnswerOf(writer, message)).ShouldBeOfType<PartnerAnswer.Receipt>();
        spoken.ShouldBe(2);
        var forged = message.ToArray();
        forged[^6] = forged[^6] == (byte)'A' ? (byte)'B' : (byte)'A';
        (await AnswerOf(writer, forged)).ShouldBeOfType<PartnerAnswer.Refusal>();
        spoken.ShouldBe(2);
    }

    [Fact]
    public async Task A_wake_up_before_the_wait_is_not_lost()
    {
        var wakeUp = new WakeUp(japan.Time);
        wakeUp.Wake();
        await wakeUp.WaitAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
        var waiting = wakeUp.WaitAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        japan.Time.Advance(TimeSpan.FromDays(1));
        await waiting;
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private Task<TimeSpan> TurnAsync() => link.TurnAsync(TestContext.Current.CancellationToken);

    private async Task SendAsync(params string[] texts)
    {
        foreach (var text in texts) await japan.DoAsync(new SendTest(text));
    }

    private Task<PartnerAnswer> Deliver(ReadOnlyMemory<byte> bytes) => AnswerOf(thailand.Writer, bytes);

    private static async Task<PartnerAnswer> AnswerOf(RegistryWriter writer, ReadOnlyMemory<byte> bytes)
    {
        var reply = await writer.ReceiveAsync(bytes);
        return reply.Kind == MessageReplyKind.Receipted
            ? new PartnerAnswer.Receipt(reply.Receipt)
            : new PartnerAnswer.Refusal(409, reply.Problem!.English, reply.Problem.ExpectedSequence);
    }

    /// <summary>The partner after its store was lost.</summary>
    private sealed class RestoredPartner : IAsyncDisposable
    {
        private readonly RegistryWriter writer;
        private readonly RegistryConditions conditions = new();

        public RestoredPartner(RegistrySide side) =>
            writer = new RegistryWriter(side.Configuration, Store, new CountedIds(), side.Time, conditions, new RegistryTail(), NullLogger.Instance, () => { });

        public MemoryRegistryStore Store { get; } = new();

        public Task<PartnerAnswer> Answer(ReadOnlyMemory<byte> bytes) => AnswerOf(writer, bytes);

        public async ValueTask DisposeAsync()
        {
            await writer.DisposeAsync();
            conditions.Dispose();
        }
    }
}
