using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Tests.Json;

public sealed class WireJsonTests
{
    public static TheoryData<Type> Events => [.. WireJson.Family<LedgerEvent>().Values];

    public static TheoryData<Type> Commands => [.. WireJson.Family<LedgerCommand>().Values];

    public static TheoryData<Type> Items => [.. WireJson.Family<LedgerItem>().Values];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_survives_the_journal(Type type) => Survives<LedgerEvent>(type, "event");

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_survives_its_text(Type type) => Survives<LedgerCommand>(type, "command");

    [Theory]
    [MemberData(nameof(Items))]
    public void Every_item_survives_its_row(Type type) => Survives<LedgerItem>(type, "item");

    [Fact]
    public void A_family_lists_every_type_there_is()
    {
        Missing<LedgerEvent>().ShouldBeEmpty();
        Missing<LedgerCommand>().ShouldBeEmpty();
        Missing<LedgerItem>().ShouldBeEmpty();
        Missing<PartnerMessage>().ShouldBeEmpty();
    }

    [Fact]
    public void The_discriminator_may_stand_anywhere() =>
        WireJson.Read<LedgerCommand>("""{"text":"hello","command":"send-test"}"""u8).ShouldBe(new SendTest("hello"));

    [Theory]
    [InlineData("""{"text":"hello"}""", "", "'command' is missing")]
    [InlineData("""{"command":"fly","text":"hello"}""", "", "no kind that is known")]
    [InlineData("""{"command":"send-test"}""", "", "Missing: 'text'")]
    [InlineData("""{"command":"send-test","text":null}""", "/text", "cannot be null")]
    [InlineData("""{"command":"send-test","text":5}""", "/text", "another type")]
    [InlineData("""{"command":"send-test","text":"a","text":"b"}""", "/text", "'text' occurs twice")]
    [InlineData("""{"command":"send-test","Text":"a"}""", "/Text", "'Text' is unknown")]
    [InlineData("""{"command":"send-test","text":"a","more":{"x":1}}""", "/more", "'more' is unknown")]
    [InlineData("""{"command":"lift-hold","account":"JPN-1-35","holdId":"h","liftedOn":"2026-01-02"}""", "/account", "'JPN-1-35' is not an account number with its check digits")]
    [InlineData("""{"command":"lift-hold","account":7,"holdId":"h","liftedOn":"2026-01-02"}""", "/account", "written as text")]
    [InlineData("""{"command":"lift-hold","account":"JPN-1-76","holdId":"h","liftedOn":"2026-02-30"}""", "/liftedOn", "'2026-02-30' is not a date")]
    [InlineData("""{"command":"move-units","units":{},"to":"JPN-1-76","on":null}""", "/units", "Missing")]
    [InlineData("""{"command":"open-account","number":null,"kind":"EntityHolding","holder":{"nameEnglish":"A"},"isTrustProperty":false,"openedOn":"2026-01-02"}""", "/kind", "not one of")]
    [InlineData("""{"command":"open-account","number":null,"kind":0,"holder":{"nameEnglish":"A"},"isTrustProperty":false,"openedOn":"2026-01-02"}""", "/kind", "not one of")]
    [InlineData("null", "", "null")]
    [InlineData("[]", "", "")]
    [InlineData("{", "", "")]
    public void A_command_in_another_form_is_refused_with_place_and_reason(string json, string pointer, string says)
    {
        WireJson.TryRead<LedgerCommand>(Encoding.UTF8.GetBytes(json), JsonBounds.Wire, out var command, out var fault).ShouldBeFalse();
        command.ShouldBeNull();
        fault!.Pointer.ShouldBe(pointer, fault.ToString());
        fault.Sentence.ShouldContain(says);
        fault.Sentence.ShouldNotContain("JcmInterop");
    }

    [Fact]
    public void A_member_with_a_default_may_be_absent_from_what_this_node_keeps() =>
        WireJson.Read<LedgerCommand>("""{"command":"open-account","number":null,"kind":"entityHolding","holder":{"nameEnglish":"A"},"isTrustProperty":false,"openedOn":"2026-01-02"}"""u8)
            .ShouldBeOfType<OpenAccount>().Holder.ShouldBe(new AccountHolder("A"));

    [Fact]
    public void A_refusal_survives_its_text()
    {
        var refusal = new Refusal(3005, "E", "J", "C", "R", "L");
        WireJson.Read<Refusal>(WireJson.Write(refusal)).ShouldBe(refusal);
    }

    [Fact]
    public void A_text_beyond_the_bounds_is_refused() => WireJson.TryRead<Refusal>(new byte[11], new JsonBounds(10, 2), out _, out _).ShouldBeFalse();

    [Fact]
    public void A_value_that_was_never_given_is_not_written() =>
        Should.Throw<InvalidOperationException>(() => WireJson.Write<LedgerCommand>(new LiftHold(default, "h", default)));

    private static void Survives<T>(Type type, string discriminator)
        where T : class => Samples.Numbers.Sample(
        numbers =>
        {
            var value = (T)new Samples(numbers).Make(type);
            var written = WireJson.Write(value);
            JsonNode.Parse(written)!.AsObject().Count.ShouldBe(1 + type.GetConstructors().Max(c => c.GetParameters().Length));
            JsonNode.Parse(written)![discriminator]!.GetValue<string>().ShouldBe(WireJson.KindOf(value));
            var read = WireJson.Read<T>(written);
            read.GetType().ShouldBe(type);
            return WireJson.Write(read).AsSpan().SequenceEqual(written);
        },
        iter: 50);

    private static IEnumerable<string> Missing<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract && !WireJson.Family<T>().Values.Contains(type))
        .Select(type => type.Name);
}
