using System.Text;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Tests.Contract;

public abstract partial class StorageContract
{
    [Fact]
    public async Task An_unknown_registry_is_empty()
    {
        await using var store = Create();

        var image = await store.LoadAsync(Thailand);

        image.Heads.ShouldBe(RegistryHeads.Empty);
        image.Items.ShouldBeEmpty();
        (await store.RegistriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proof_that_writes_are_kept_changes_nothing()
    {
        await using var store = Create();
        await store.ProveAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        var step = Begin();
        step.Append(Sample.Entry("units-issued", "one"));
        await store.CommitAsync(step.Build());

        for (var i = 0; i < 3; i++) await store.ProveAsync(TimeSpan.FromMinutes(1), TimeProvider.System);

        (await store.LoadAsync(Thailand)).Heads.ShouldBe(step.Heads);
        (await store.ReadJournalAsync(Thailand, 0, 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_is_loaded_again_with_heads_rows_and_state()
    {
        await using var store = Create();
        var step = Begin();
        var row = step.Append(Sample.Entry("units-issued", "one"));
        step.Append(Sample.Entry("units-issued", "two"));
        step.ReceiveSample(1);
        step.SendSample(1);
        step.Change(Sample.Block("b1", 1, 100));
        step.Change(StateChange.Set("project", "TH014", "{}"u8.ToArray()));
        await store.CommitAsync(step.Build());

        var image = await store.LoadAsync(Thailand);

        image.Heads.ShouldBe(step.Heads);
        image.Items.Select(i => (i.Kind, i.Key)).ShouldBe([(StateKinds.UnitBlock, "b1"), ("project", "TH014")]);
        var rows = await store.ReadJournalAsync(Thailand, 0, 10);
        rows.Select(r => (r.Position, r.Entry.Kind, Encoding.UTF8.GetString(r.Entry.Payload.Span)))
            .ShouldBe(
            [
                (1L, "units-issued", "one"), (2L, "units-issued", "two"),
                (3L, "message-received", Encoding.UTF8.GetString(Sample.ReceivedRow(1).Write())),
                (4L, "message-sent", Encoding.UTF8.GetString(Sample.OutgoingRow(1).Write())),
            ]);
        rows[0].Hash.ShouldBe(row.Hash);
        rows[1].PreviousHash.ShouldBe(row.Hash);
        rows[0].Entry.RecordedAt.ShouldBe(Sample.Noon);
        (await store.RegistriesAsync()).ShouldBe([Thailand]);
    }

    [Fact]
    public async Task The_journal_is_read_in_pages()
    {
        await using var store = Create();
        var step = Begin();
        for (var i = 1; i <= 5; i++) step.Append(Sample.Entry("k", $"{i}"));
        await store.CommitAsync(step.Build());

        (await store.ReadJournalAsync(Thailand, 0, 2)).Select(r => r.Position).ShouldBe([1, 2]);
        (await store.ReadJournalAsync(Thailand, 2, 2)).Select(r => r.Position).ShouldBe([3, 4]);
        (await store.ReadJournalAsync(Thailand, 4, 2)).Select(r => r.Position).ShouldBe([5]);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => store.ReadJournalAsync(Thailand, 0, IJournalReader.PageRowsMax + 1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => store.ReadJournalAsync(Thailand, 0, 0));
    }

    [Fact]
    public async Task A_second_writer_of_the_same_position_is_refused_and_leaves_nothing()
    {
        await using var store = Create();
        var first = Begin();
        first.Append(Sample.Entry("k", "first"));
        var second = Begin();
        second.Append(Sample.Entry("k", "second"));
        second.Change(StateChange.Set("project", "TH014", "{}"u8.ToArray()));
        second.Change(new DeadlineChange("d", Sample.Noon));
        second.Note(Sample.Act("a"));
        await store.CommitAsync(first.Build());

        var fork = await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(second.Build()));

        fork.Registry.ShouldBe(Thailand);
        fork.Place.ShouldContain("position 0");
        var image = await store.LoadAsync(Thailand);
        image.Heads.ShouldBe(first.Heads);
        image.Items.ShouldBeEmpty();
        (await store.DueAsync(Sample.Noon, 10)).ShouldBeEmpty();
        (await store.ReadActsAsync(null, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_writer_that_missed_a_message_is_refused()
    {
        await using var store = Create();
        var first = Begin();
        first.ReceiveSample(1);
        await store.CommitAsync(first.Build());
        var stale = Begin();
        stale.SendSample(1);

        await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(stale.Build()));
    }

    [Fact]
    public async Task A_writer_ahead_of_the_store_is_refused()
    {
        await using var store = Create();
        var lost = Begin();
        lost.Append(Sample.Entry("k", "never committed"));
        var next = new CommitBatchBuilder(Thailand, lost.Heads);
        next.Append(Sample.Entry("k", "x"));

        await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(next.Build()));

        (await store.ReadJournalAsync(Thailand, 0, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Registries_do_not_disturb_each_other()
    {
        await using var store = Create();
        var thai = Begin();
        thai.Append(Sample.Entry("k", "t"));
        var mongolian = new CommitBatchBuilder(Mongolia, RegistryHeads.Empty);
        mongolian.Append(Sample.Entry("k", "m"));

        await Task.WhenAll(store.CommitAsync(thai.Build()), store.CommitAsync(mongolian.Build()));

        (await store.RegistriesAsync()).ShouldBe([Mongolia, Thailand]);
        (await store.LoadAsync(Thailand)).Heads.ShouldBe(thai.Heads);
        (await store.LoadAsync(Mongolia)).Heads.ShouldBe(mongolian.Heads);
    }

    [Fact]
    public async Task Of_many_writers_from_the_same_head_one_succeeds()
    {
        await using var store = Create();
        var steps = Enumerable.Range(0, 20).Select(i =>
        {
            var step = Begin();
            step.Append(Sample.Entry("k", $"{i}"));
            return step.Build();
        });

        var outcomes = await Task.WhenAll(steps.Select(async s => await Record.ExceptionAsync(() => store.CommitAsync(s))));

        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.Count(o => o is JournalForkedException).ShouldBe(19);
        (await store.ReadJournalAsync(Thailand, 0, 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_is_found_by_its_key_and_never_given_twice()
    {
        await using var store = Create();
        var answer = new CommandAnswer("client-key", Digest.Of("body"u8), "answer"u8.ToArray(), Sample.Noon);
        var step = Begin();
        step.Answer(answer);
        await store.CommitAsync(step.Build());
        var again = Begin();
        again.Answer(answer);

        var found = await store.FindAnswerAsync(Thailand, "client-key");

        found.ShouldNotBeNull();
        found.BodyHash.ShouldBe(answer.BodyHash);
        found.Answer.ToArray().ShouldBe("answer"u8.ToArray());
        found.RecordedAt.ShouldBe(Sample.Noon);
        (await store.FindAnswerAsync(Thailand, "other")).ShouldBeNull();
        (await store.FindAnswerAsync(Mongolia, "client-key")).ShouldBeNull();
        (await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(again.Build()))).Place.ShouldBe("answer to client-key");
    }

    [Fact]
    public async Task Deadlines_fall_due_in_order_and_can_be_moved_and_lifted()
    {
        await using var store = Create();
        (await store.NextDueAsync()).ShouldBeNull();
        var step = Begin();
        step.Change(new DeadlineChange("late", Sample.Noon.AddHours(2)));
        step.Change(new DeadlineChange("early", Sample.Noon.AddHours(1)));
        step.Change(new DeadlineChange("lifted", Sample.Noon));
        step.Change(new DeadlineChange("moved", Sample.Noon));
        await store.CommitAsync(step.Build());
        var next = new CommitBatchBuilder(Thailand, step.Heads);
        next.Change(new DeadlineChange("lifted", null));
        next.Change(new DeadlineChange("moved", Sample.Noon.AddHours(3)));
        await store.CommitAsync(next.Build());

        (await store.DueAsync(Sample.Noon, 10)).ShouldBeEmpty();
        (await store.DueAsync(Sample.Noon.AddHours(1), 10)).ShouldBe([new Deadline(Thailand, "early", Sample.Noon.AddHours(1))]);
        (await store.DueAsync(Sample.Noon.AddDays(1), 10)).Select(d => d.Id).ShouldBe(["early", "late", "moved"]);
        (await store.DueAsync(Sample.Noon.AddDays(1), 2)).Count.ShouldBe(2);
        (await store.NextDueAsync()).ShouldBe(Sample.Noon.AddHours(1));
    }

    [Fact]
    public async Task Acts_are_read_back_latest_first_in_pages()
    {
        await using var store = Create();
        await store.RecordAsync(Sample.Act("one"));
        var step = Begin();
        step.Note(Sample.Act("two"));
        await store.CommitAsync(step.Build());
        await store.RecordAsync(Sample.Act("three"));

        var latest = await store.ReadActsAsync(null, 2);
        var rest = await store.ReadActsAsync(latest[^1].Number, 2);

        latest.Select(a => a.Entry).ShouldBe([Sample.Act("three"), Sample.Act("two")]);
        rest.Select(a => a.Entry).ShouldBe([Sample.Act("one")]);
    }
}
