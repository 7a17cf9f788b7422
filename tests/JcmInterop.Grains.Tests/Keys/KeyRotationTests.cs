using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Grains.Tests.Keys;

public sealed class KeyRotationTests : IAsyncDisposable
{
    private const int Transfers = 40;
    private readonly LinkedPair pair = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public KeyRotationTests() => pair.Japan.Role = pair.Thailand.Role = "Administrator";

    public ValueTask DisposeAsync() => pair.DisposeAsync();

    [Fact]
    public async Task Both_sides_rotate_while_transfers_flow_and_no_message_is_refused()
    {
        await PrepareAsync();
        for (var i = 1; i <= Transfers; i++)
        {
            await pair.Thailand.DoAsync(Facts.Propose(Id(i), 10, pair.Thailand.Time.GetUtcNow()));
            if (i == 8) await RotateAsync(pair.Thailand);
            if (i == 12) await RotateAsync(pair.Japan);
            if (i == 20) await WithdrawFirstAsync(pair.Thailand);
            if (i == 24) await WithdrawFirstAsync(pair.Japan);
            if (i == 30) await RotateAsync(pair.Thailand);
            // Deliveries lag behind the decisions, so that messages wait through every change of keys.
            if (i % 4 == 0) await pair.QuietAsync();
            if (i % 4 == 0) for (var n = i - 3; n <= i; n++) await pair.Japan.DoAsync(new AcceptTransfer(Id(n), Facts.Account(Facts.Jpn, 101), null));
            pair.Thailand.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await pair.QuietAsync();
        pair.Refused.ShouldBeEmpty();
        var (japan, thailand) = (await pair.Japan.StateAsync(), await pair.Thailand.StateAsync());
        japan.Transfers.Values.Count(t => t.State == TransferState.Completed).ShouldBe(Transfers);
        LedgerLaws.CheckPair(japan, thailand).Concat(LedgerLaws.CheckConverged(japan, thailand)).ShouldBeEmpty();
        japan.Faults.ShouldBeEmpty();
        (await SignersAsync(pair.Thailand)).Count.ShouldBe(3);
        (await SignersAsync(pair.Japan)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Evidence_from_before_between_and_after_rotations_verifies_with_the_keys_kept()
    {
        await PrepareAsync();
        for (var i = 1; i <= 3; i++)
        {
            await pair.Thailand.DoAsync(Facts.Propose(Id(i), 10, pair.Thailand.Time.GetUtcNow()));
            await pair.QuietAsync();
            await pair.Japan.DoAsync(new AcceptTransfer(Id(i), Facts.Account(Facts.Jpn, 101), null));
            await pair.QuietAsync();
            pair.Thailand.Time.Advance(TimeSpan.FromDays(1));
            await RotateAsync(pair.Thailand);
            await RotateAsync(pair.Japan);
            await pair.QuietAsync();
            pair.Thailand.Time.Advance(TimeSpan.FromMinutes(1));
            if (i > 1) continue;
            await WithdrawFirstAsync(pair.Thailand);
            await WithdrawFirstAsync(pair.Japan);
            await pair.QuietAsync();
        }

        foreach (var side in new[] { pair.Japan, pair.Thailand })
        {
            var keys = RegistryKeys.Of(side.Configuration, await side.StateAsync());
            for (var i = 1; i <= 3; i++)
            {
                var messages = await side.Store.MessagesOfTransferAsync(Facts.Pair, Id(i).ToString(), Cancelled);
                var file = new EvidenceFile(Facts.Pair, Id(i).ToString(), [.. messages.Select(m => new EvidenceExchange(m.Bytes, m.Receipt))], new KeySet(keys.Own, keys.Partner), [], []);
                var report = OfflineVerifier.Verify(file.ToBytes(), new KeySet(keys.Own, keys.Partner));
                report.IsGenuine.ShouldBeTrue(string.Join('\n', report.Findings.Select(f => f.English)));
            }
        }
    }

    [Fact]
    public async Task A_message_by_a_withdrawn_key_is_refused_with_one_clear_error()
    {
        await PrepareAsync();
        await RotateAsync(pair.Thailand);
        await pair.QuietAsync();
        await WithdrawFirstAsync(pair.Thailand);
        await pair.QuietAsync();
        var head = (await pair.Thailand.Store.LoadAsync(Facts.Pair, Cancelled)).Heads.Outgoing;
        var late = OutgoingMessages.Compose(pair.Thailand.Configuration.Outgoing, head, Guid.Parse("01900000-0000-7000-8000-00000000ffff"), pair.Thailand.Time.GetUtcNow(), new TestMessage("late"), pair.Thailand.Key);
        var reply = await pair.Japan.Writer.ReceiveAsync(late.Bytes);
        reply.Kind.ShouldBe(MessageReplyKind.Faulty);
        reply.Problem!.English.ShouldContain(pair.Thailand.Key.Public.KeyId);
        reply.Problem.Number.ShouldBe((int)Messages.Faults.WireFaultKind.KeyOutOfValidity);
    }

    [Fact]
    public async Task An_introduction_without_a_signature_of_the_new_key_is_refused()
    {
        await PrepareAsync();
        var key = pair.Thailand.Keys.Create();
        var receipt = await ReceiptAsync(new KeyIntroduction(key.Public.KeyId, key.Public.PublicJwk, pair.Thailand.Time.GetUtcNow(), null), pair.Thailand.Key);
        receipt.Refusal.ShouldNotBeNull().English.ShouldContain("did not sign its own introduction");
        (await pair.Japan.StateAsync()).Keys.Values.ShouldNotContain(k => k.Party == Facts.Tha);
    }

    [Fact]
    public async Task An_introduction_under_a_wrong_thumbprint_is_refused()
    {
        await PrepareAsync();
        var (key, other) = (pair.Thailand.Keys.Create(), pair.Thailand.Keys.Create());
        var receipt = await ReceiptAsync(new KeyIntroduction(other.Public.KeyId, key.Public.PublicJwk, pair.Thailand.Time.GetUtcNow(), null), pair.Thailand.Key, key);
        receipt.Refusal.ShouldNotBeNull().English.ShouldContain("thumbprint");
    }

    [Fact]
    public async Task A_key_cannot_withdraw_itself()
    {
        await PrepareAsync();
        await RotateAsync(pair.Thailand);
        await pair.QuietAsync();
        var receipt = await ReceiptAsync(new KeyWithdrawal(pair.Thailand.Key.Public.KeyId, pair.Thailand.Time.GetUtcNow(), KeyEndReason.Compromised), pair.Thailand.Key);
        receipt.Refusal.ShouldNotBeNull().English.ShouldContain("no other valid key");
    }

    [Fact]
    public async Task A_side_that_lost_its_only_key_is_pinned_again_by_hand_and_its_messages_are_signed_anew()
    {
        await PrepareAsync();
        await pair.Thailand.DoAsync(Facts.Propose(Id(1), 10, pair.Thailand.Time.GetUtcNow()));
        using var fresh = new MadeKeys();
        var key = fresh.Create();
        var restarted = pair.Thailand.Configuration with { SigningKeys = [key] };

        await pair.Japan.DoAsync(new PinPartnerKey(key.Public.KeyId, key.Public.PublicJwk, null, null));
        await pair.Japan.DoAsync(new EndPartnerKey(pair.Thailand.Key.Public.KeyId, null, KeyEndReason.Lost));
        var connection = new Links.ScriptedConnection
        {
            OnTime = () => new PartnerAnswer.Time(pair.Japan.Time.GetUtcNow()),
            OnMessage = async bytes => await pair.Japan.Writer.ReceiveAsync(bytes) is { Kind: MessageReplyKind.Receipted, Receipt: { } receipt }
                ? new PartnerAnswer.Receipt(receipt)
                : new PartnerAnswer.Refusal(403, "key", null),
        };
        await new PartnerLink(restarted, pair.Thailand.Store, pair.Thailand, connection, pair.Thailand.Time, new LinkOptions(), pair.Thailand.Tail, NullLogger.Instance).TurnAsync(Cancelled);

        (await pair.Japan.StateAsync()).Transfers[Id(1)].State.ShouldBe(TransferState.Proposed);
        (await pair.Japan.Store.ReadActsAsync(null, 10, Cancelled)).Select(a => a.Entry.Act).Take(2).ShouldBe(["end-partner-key", "pin-partner-key"]);
    }

    [Fact]
    public async Task Only_an_administrator_changes_keys()
    {
        await PrepareAsync();
        pair.Japan.Role = "Operator";
        var reply = await pair.Japan.AskAsync(new EndPartnerKey(pair.Thailand.Key.Public.KeyId, null, KeyEndReason.Lost));
        (reply.Kind, reply.Problem!.Number).ShouldBe((CommandReplyKind.Forbidden, NodeProblems.AdministratorNeeded));
    }

    [Fact]
    public async Task A_key_this_node_does_not_have_is_not_introduced()
    {
        await PrepareAsync();
        var reply = await pair.Japan.AskAsync(new IntroduceKey(pair.Thailand.Key.Public.KeyId, pair.Thailand.Key.Public.PublicJwk, null, null));
        (reply.Kind, reply.Problem!.Number).ShouldBe((CommandReplyKind.Malformed, NodeProblems.PrivateKeyMissing));
    }

    [Fact]
    public async Task A_text_that_is_not_the_key_it_says_is_not_pinned()
    {
        var reply = await pair.Japan.AskAsync(new PinPartnerKey("x", """{"kty":"OKP"}""", null, null));
        (reply.Kind, reply.Problem!.Number).ShouldBe((CommandReplyKind.Malformed, NodeProblems.UnreadableKey));
    }

    private static TransferId Id(int number) => new(new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private async Task PrepareAsync()
    {
        await pair.Japan.PrepareAsync(1_000);
        await pair.Thailand.PrepareAsync(1_000);
        await pair.GreetAsync();
    }

    private static async Task RotateAsync(RegistrySide side)
    {
        var key = side.Keys.Create().Public;
        await side.DoAsync(new IntroduceKey(key.KeyId, key.PublicJwk, null, null));
    }

    private static Task WithdrawFirstAsync(RegistrySide side) => side.DoAsync(new WithdrawKey(side.Key.Public.KeyId, null, KeyEndReason.Superseded));

    private static async Task<HashSet<string>> SignersAsync(RegistrySide side)
    {
        var sent = await side.Store.ReadSentAsync(Facts.Pair, 0, 100, Cancelled);
        return [.. sent.Where(m => Jws.TryRead(m.Message.Bytes, JwsTypes.Message, out var jws, out _) && jws!.Signatures.Count == 1)
            .Select(m => Jws.TryRead(m.Message.Bytes, JwsTypes.Message, out var jws, out _) ? jws!.Signatures[0].KeyId : "")];
    }

    private async Task<Receipt> ReceiptAsync(PartnerMessage body, params SigningKey[] keys)
    {
        var head = (await pair.Thailand.Store.LoadAsync(Facts.Pair, Cancelled)).Heads.Outgoing;
        var message = OutgoingMessages.Compose(
            pair.Thailand.Configuration.Outgoing, head, Guid.Parse("01900000-0000-7000-8000-00000000ffff"), pair.Thailand.Time.GetUtcNow(), MessageBodies.TypeOf(body), MessageBodies.Write(body), keys);
        var reply = await pair.Japan.Writer.ReceiveAsync(message.Bytes);
        ReceiptExchange.TryVerify(reply.Receipt, message, pair.Thailand.Configuration.PartnerKeys, pair.Thailand.Time.GetUtcNow(), out var receipt, out var fault).ShouldBeTrue(fault?.ToString());
        return receipt!.Receipt;
    }
}
