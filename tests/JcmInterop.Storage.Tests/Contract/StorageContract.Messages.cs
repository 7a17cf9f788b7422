using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Tests.Contract;

public abstract partial class StorageContract
{
    [Fact]
    public async Task A_received_message_is_found_by_number_and_id_byte_for_byte()
    {
        await using var store = Create();
        var step = Begin();
        step.ReceiveSample(1);
        step.ReceiveSample(2);
        await store.CommitAsync(step.Build());

        var byNumber = await store.FindReceivedAsync(Thailand, 2);
        var byId = await store.FindReceivedAsync(Thailand, Sample.Id(2));

        byNumber.ShouldNotBeNull();
        byId.ShouldNotBeNull();
        byId.Sequence.ShouldBe(2);
        byId.MessageId.ShouldBe(Sample.Id(2));
        byId.Bytes.ToArray().ShouldBe(Sample.Received(2).Bytes.ToArray());
        byId.Receipt.ToArray().ShouldBe(Sample.Received(2).Receipt.ToArray());
        byId.SentAt.ShouldBe(Sample.Noon.AddSeconds(-2));
        byId.Hash.ShouldBe(Sample.Received(2).Hash);
        byNumber.RecordedAt.ShouldBe(Sample.Noon);
        byNumber.JournalPosition.ShouldBe(2);
        (await store.FindReceivedAsync(Thailand, 3)).ShouldBeNull();
        (await store.FindReceivedAsync(Mongolia, Sample.Id(2))).ShouldBeNull();
        (await store.ReadReceivedAsync(Thailand, 1, 10)).Select(m => m.Sequence).ShouldBe([2]);
    }

    [Fact]
    public async Task A_received_message_is_found_by_its_id_before_one_with_the_number_that_was_asked_for()
    {
        await using var store = Create();
        var step = Begin();
        step.ReceiveSample(1);
        step.ReceiveSample(2);
        await store.CommitAsync(step.Build());

        (await store.FindReceivedAsync(Thailand, Sample.Id(2), 1))!.Sequence.ShouldBe(2);
        (await store.FindReceivedAsync(Thailand, Sample.Id(9), 1))!.Sequence.ShouldBe(1);
        (await store.FindReceivedAsync(Thailand, Sample.Id(2), 9))!.Sequence.ShouldBe(2);
        (await store.FindReceivedAsync(Thailand, Sample.Id(9), 9)).ShouldBeNull();
        (await store.FindReceivedAsync(Mongolia, Sample.Id(2), 1)).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_id_is_recorded_once()
    {
        await using var store = Create();
        var step = Begin();
        step.ReceiveSample(1);
        step.Receive(Sample.Received(2) with { MessageId = Sample.Id(1) }, Sample.ReceivedRow(2));

        var fork = await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(step.Build()));

        fork.Place.ShouldBe("incoming message 2");
        (await store.FindReceivedAsync(Thailand, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task Undelivered_messages_come_in_order_until_their_receipt_is_there()
    {
        await using var store = await StoreWithOutgoing(3);

        (await store.NextUndeliveredAsync(Thailand, 2)).Select(m => m.Message.Sequence).ShouldBe([1, 2]);
        await DeliverAsync(store, 1, "receipt", Sample.Noon.AddMinutes(1));

        (await store.NextUndeliveredAsync(Thailand, 10)).Select(m => m.Message.Sequence).ShouldBe([2, 3]);
        var sent = (await store.FindSentAsync(Thailand, Sample.Id(1)))!;
        sent.Message.Bytes.ToArray().ShouldBe(Sample.Outgoing(1).Bytes.ToArray());
        sent.Message.Hash.ShouldBe(Sample.Outgoing(1).Hash);
        sent.Delivery.IsDelivered.ShouldBeTrue();
        sent.Delivery.DeliveredAt.ShouldBe(Sample.Noon.AddMinutes(1));
        sent.Message.JournalPosition.ShouldBe(1);
        sent.Delivery.ReceiptPosition.ShouldBe(4);
        (await store.LoadAsync(Thailand)).Heads.Delivered.ShouldBe(1);
        sent.Delivery.Receipt!.Value.ToArray().ShouldBe("receipt"u8.ToArray());
        (await store.ReadSentAsync(Thailand, 0, 2)).Select(m => m.Message.Sequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_receipt_is_kept_once()
    {
        await using var store = await StoreWithOutgoing(1);
        var before = (await store.LoadAsync(Thailand)).Heads;
        await DeliverAsync(store, 1, "first");
        var late = new CommitBatchBuilder(Thailand, before);
        late.DeliverSample(1, "second");

        await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(late.Build()));

        (await store.FindSentAsync(Thailand, 1))!.Delivery.Receipt!.Value.ToArray().ShouldBe("first"u8.ToArray());
    }

    [Fact]
    public async Task A_message_may_be_sent_and_receipted_in_one_step()
    {
        await using var store = Create();
        var step = Begin();
        step.SendSample(1);
        step.DeliverSample(1, "at once");
        await store.CommitAsync(step.Build());

        (await store.NextUndeliveredAsync(Thailand, 10)).ShouldBeEmpty();
        (await store.FindSentAsync(Thailand, 1))!.Delivery.ReceiptPosition.ShouldBe(2);
    }

    [Fact]
    public void A_message_is_not_delivered_before_an_earlier_one()
    {
        var step = Begin();
        step.SendSample(1);
        step.SendSample(2);

        Should.Throw<InvalidOperationException>(() => step.DeliverSample(2, "r"));
        Should.Throw<InvalidOperationException>(() => step.DeliverSample(9, "r"));
        step.DeliverSample(1, "r");
        Should.Throw<InvalidOperationException>(() => step.DeliverSample(1, "r"));
        step.DeliverSample(2, "r");
        Should.Throw<InvalidOperationException>(() => step.DeliverSample(3, "r"));
        step.Heads.Delivered.ShouldBe(2);
    }

    [Fact]
    public void A_row_about_another_message_is_a_defect()
    {
        var step = Begin();

        Should.Throw<InvalidOperationException>(() => step.Receive(Sample.Received(1), Sample.ReceivedRow(2)));
        Should.Throw<InvalidOperationException>(() => step.Receive(Sample.Received(1), Sample.OutgoingRow(1)));
        Should.Throw<InvalidOperationException>(() => step.Send(Sample.Outgoing(1), Sample.ReceiptRow(1)));
        Should.Throw<InvalidOperationException>(() => step.Deliver("r"u8.ToArray(), Sample.OutgoingRow(1), Sample.Noon));
        step.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_message_is_linked_to_a_transfer_once()
    {
        var step = Begin();
        step.Link(new TransferMessageLink("a", MessageDirection.Incoming, 1));
        step.Link(new TransferMessageLink("a", MessageDirection.Outgoing, 1));
        step.Link(new TransferMessageLink("b", MessageDirection.Incoming, 1));
        Should.Throw<InvalidOperationException>(() => step.Link(new TransferMessageLink("a", MessageDirection.Incoming, 1)));
    }

    [Fact]
    public async Task Failed_attempts_are_counted_and_parking_is_visible()
    {
        await using var store = await StoreWithOutgoing(2);
        await store.MarkAttemptFailedAsync(Thailand, 1, "no route", Sample.Noon.AddMinutes(1));
        await store.MarkAttemptFailedAsync(Thailand, 1, new string('x', 3000), Sample.Noon.AddMinutes(2));

        var failed = (await store.FindSentAsync(Thailand, 1))!.Delivery;
        failed.Attempts.ShouldBe(2);
        failed.LastError.ShouldBe(new string('x', DeliveryState.TextLengthMax));
        failed.NextAttemptAt.ShouldBe(Sample.Noon.AddMinutes(2));
        failed.Receipt.ShouldBeNull();
        failed.IsDelivered.ShouldBeFalse();

        await store.ParkAsync(Thailand, 1, "partner refuses our key");
        var status = (await store.OutboxesAsync()).ShouldHaveSingleItem();
        status.Registry.ShouldBe(Thailand);
        status.Undelivered.ShouldBe(2);
        status.OldestRecordedAt.ShouldBe(Sample.Noon);
        status.FirstDelivery.ParkedReason.ShouldBe("partner refuses our key");
        status.FirstDelivery.NextAttemptAt.ShouldBeNull();

        await store.ParkAsync(Thailand, 1, null);
        (await store.OutboxesAsync())[0].FirstDelivery.IsParked.ShouldBeFalse();
        await DeliverAsync(store, 1, "r");
        await Should.ThrowAsync<InvalidOperationException>(() => store.ParkAsync(Thailand, 1, "late"));
        await Should.ThrowAsync<InvalidOperationException>(() => store.MarkAttemptFailedAsync(Thailand, 1, "late", Sample.Noon));
    }

    [Fact]
    public async Task An_error_is_kept_as_text_whatever_the_partner_put_into_it()
    {
        await using var store = await StoreWithOutgoing(1);
        var cutInTheMiddle = new string('x', DeliveryState.TextLengthMax - 1) + "😀";

        await store.MarkAttemptFailedAsync(Thailand, 1, "a\0b \uD800 c", Sample.Noon);
        (await store.FindSentAsync(Thailand, 1))!.Delivery.LastError.ShouldBe("a\uFFFDb \uFFFD c");
        await store.ParkAsync(Thailand, 1, cutInTheMiddle);

        (await store.FindSentAsync(Thailand, 1))!.Delivery.ParkedReason.ShouldBe(new string('x', DeliveryState.TextLengthMax - 1) + '\uFFFD');
    }

    [Fact]
    public async Task The_last_change_of_an_item_or_deadline_in_a_commit_wins()
    {
        await using var store = Create();
        var step = Begin();
        step.Change(Sample.Block("gone", 1, 10));
        step.Change(StateChange.Delete(StateKinds.UnitBlock, "gone"));
        step.Change(StateChange.Delete(StateKinds.UnitBlock, "back"));
        step.Change(Sample.Block("back", 11, 20));
        step.Change(Sample.Account(Sample.AccountNumber));
        step.Change(StateChange.Delete(StateKinds.Account, Sample.AccountNumber));
        step.Change(StateChange.Set("project", "TH014", "one"u8.ToArray()));
        step.Change(StateChange.Set("project", "TH014", "two"u8.ToArray()));
        step.Change(new DeadlineChange("d", Sample.Noon));
        step.Change(new DeadlineChange("d", null));
        step.Change(new DeadlineChange("e", Sample.Noon));
        step.Change(new DeadlineChange("e", Sample.Noon.AddHours(1)));
        await store.CommitAsync(step.Build());

        (await store.LoadAsync(Thailand)).Items.Select(i => (i.Key, Sample.Text(i.Body))).ShouldBe([("back", "{\"first\":11}"), ("TH014", "two")]);
        (await store.DueAsync(Sample.Noon.AddDays(1), 10)).Select(d => (d.Id, d.DueAt)).ShouldBe([("e", Sample.Noon.AddHours(1))]);
    }

    [Fact]
    public async Task An_outbox_without_undelivered_messages_is_not_listed()
    {
        await using var store = await StoreWithOutgoing(1);
        await DeliverAsync(store, 1, "r");

        (await store.OutboxesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_messages_of_a_transfer_come_with_their_receipts_in_recorded_order()
    {
        await using var store = Create();
        var step = Begin();
        step.SendSample(1);
        step.Link(new TransferMessageLink("t1", MessageDirection.Outgoing, 1));
        step.Link(new TransferMessageLink("t2", MessageDirection.Outgoing, 1));
        await store.CommitAsync(step.Build());
        var next = new CommitBatchBuilder(Thailand, step.Heads);
        next.ReceiveSample(1);
        next.Link(new TransferMessageLink("t1", MessageDirection.Incoming, 1));
        next.SendSample(2);
        next.Link(new TransferMessageLink("t1", MessageDirection.Outgoing, 2));
        await store.CommitAsync(next.Build());
        await DeliverAsync(store, 1, "theirs");

        var evidence = await store.MessagesOfTransferAsync(Thailand, "t1");

        evidence.Select(m => (m.Direction, m.Sequence)).ShouldBe(
            [(MessageDirection.Outgoing, 1), (MessageDirection.Incoming, 1), (MessageDirection.Outgoing, 2)]);
        evidence[0].Receipt!.Value.ToArray().ShouldBe("theirs"u8.ToArray());
        evidence[1].Receipt!.Value.ToArray().ShouldBe(Sample.Received(1).Receipt.ToArray());
        evidence[1].MessageId.ShouldBe(Sample.Id(1));
        evidence.Select(m => (m.JournalPosition, m.ReceiptPosition)).ShouldBe([(1L, 4L), (2L, 2L), (3L, null)]);
        evidence[2].Receipt.ShouldBeNull();
        evidence[2].Bytes.ToArray().ShouldBe(Sample.Outgoing(2).Bytes.ToArray());
        (await store.MessagesOfTransferAsync(Thailand, "t2")).Count.ShouldBe(1);
        (await store.MessagesOfTransferAsync(Mongolia, "t1")).ShouldBeEmpty();
    }

    [Fact]
    public void A_message_out_of_order_is_a_defect()
    {
        var step = Begin();

        Should.Throw<InvalidOperationException>(() => step.ReceiveSample(2));
        Should.Throw<InvalidOperationException>(() => step.SendSample(2));
        step.IsEmpty.ShouldBeTrue();
    }

    private static async Task DeliverAsync(IRegistryStore store, int number, string receipt, DateTimeOffset? at = null)
    {
        var step = new CommitBatchBuilder(Thailand, (await store.LoadAsync(Thailand)).Heads);
        step.DeliverSample(number, receipt, at);
        await store.CommitAsync(step.Build());
    }

    private async Task<IRegistryStore> StoreWithOutgoing(int messages)
    {
        var store = Create();
        var step = Begin();
        for (var i = 1; i <= messages; i++) step.SendSample(i);
        await store.CommitAsync(step.Build());
        return store;
    }
}
