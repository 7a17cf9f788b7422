using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Memory;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.State;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Tests.Sqlite;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Tests.Integrity;

public sealed class StoreCheckTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly History history = new();

    public void Dispose()
    {
        history.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_store_in_order_has_no_findings()
    {
        await using var memory = new MemoryRegistryStore();
        await history.WriteAsync(memory);

        (await StoreCheck.RunAsync(memory)).ShouldBeEmpty();
        (await CheckAfter("SELECT 1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_written_from_ledger_changes_are_found_by_serial_account_and_project()
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        await history.WriteAsync(store);

        var moved = (await store.FindSerialAsync(Sample.Prefix, 40, "")).ShouldHaveSingleItem();
        var kept = (await store.FindSerialAsync(Sample.Prefix, 41, "")).ShouldHaveSingleItem();

        moved.Columns.ShouldBe(new UnitBlockColumns(Sample.Prefix, 1, 40, "", History.To.ToString(), true, "TH014", 2024, "Held"));
        kept.Columns.ShouldBe(new UnitBlockColumns(Sample.Prefix, 41, 100, "", History.From.ToString(), true, "TH014", 2024, "Held"));
        (await store.ReadAccountsAsync(Sample.Registry, "", 10)).Select(a => (a.Columns.Holder, a.Tonnes)).ShouldBe([("Ministry", 60), ("Company", 40)]);
        LedgerRows.State((await store.LoadAsync(Sample.Registry)).Items).Blocks.Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), 'TH014', 'TH015') AS BLOB) WHERE position = 3", "journal position 3", "does not fit its content")]
    [InlineData("UPDATE journal SET recorded_at = recorded_at + 1 WHERE position = 2", "journal position 2", "does not fit its content")]
    [InlineData("UPDATE journal SET previous_hash = zeroblob(32) WHERE position = 2", "journal position 2", "does not name the hash")]
    [InlineData("DELETE FROM journal WHERE position = 11", "journal position 11", "missing")]
    [InlineData("DELETE FROM journal WHERE position = 1", "journal position 1", "missing")]
    [InlineData("UPDATE registry_head SET journal_hash = zeroblob(32)", "journal position 11", "head of the journal")]
    [InlineData("UPDATE registry_head SET merkle_frontier = zeroblob(96)", "journal position 11", "Merkle tree")]
    public Task A_changed_journal_is_found(string sql, string place, string sentence) => Finds(sql, IntegrityCheck.JournalChain, place, sentence);

    [Theory]
    [InlineData("DELETE FROM unit_block WHERE first = 41", "block THA-JPN-TH014-2024-|41|", "not in the state tables")]
    [InlineData("UPDATE account SET body = CAST(replace(CAST(body AS TEXT), 'Company', 'Someone') AS BLOB) WHERE holder = 'Company'", "account THA-2-", "differs")]
    [InlineData("INSERT INTO item (registry, kind, key, body) VALUES ('JPN-THA', 'transfer', 'x', x'7b7d')", "transfer x", "does not lead to it")]
    public Task A_changed_state_is_found(string sql, string place, string sentence) => Finds(sql, IntegrityCheck.Replay, place, sentence);

    [Theory]
    [InlineData("UPDATE inbox SET bytes = (SELECT bytes FROM inbox WHERE sequence = 2) WHERE sequence = 1", "incoming message 1", "altered")]
    [InlineData("UPDATE inbox SET bytes = x'7b7d' WHERE sequence = 2", "incoming message 2", "not a signed message")]
    [InlineData("DELETE FROM inbox WHERE sequence = 1", "incoming message 1", "missing")]
    [InlineData("DELETE FROM outbox WHERE sequence = 2", "outgoing message 2", "missing")]
    [InlineData("UPDATE outbox SET message_id = zeroblob(16) WHERE sequence = 2", "outgoing message 2", "another id")]
    [InlineData("UPDATE registry_head SET incoming_hash = zeroblob(32)", "incoming message 2", "recorded head")]
    public Task A_changed_message_is_found(string sql, string place, string sentence) => Finds(sql, IntegrityCheck.MessageChain, place, sentence);

    [Theory]
    [InlineData("UPDATE inbox SET receipt = (SELECT receipt FROM inbox WHERE sequence = 2) WHERE sequence = 1", "incoming message 1")]
    [InlineData("UPDATE outbox SET receipt = x'7b7d' WHERE sequence = 1", "outgoing message 1")]
    public Task A_receipt_for_something_else_is_found(string sql, string place) => Finds(sql, IntegrityCheck.Receipts, place, "not for this message");

    [Theory]
    [InlineData("UPDATE inbox SET journal_position = 9 WHERE sequence = 1", "journal position 7", "another row")]
    [InlineData("UPDATE inbox SET journal_position = NULL", "journal position 7", "another row")]
    [InlineData("UPDATE inbox SET bytes = (SELECT bytes FROM inbox WHERE sequence = 2), hash = (SELECT hash FROM inbox WHERE sequence = 2) WHERE sequence = 1", "journal position 7", "does not fit the message")]
    [InlineData("UPDATE outbox SET receipt = (SELECT receipt FROM inbox WHERE sequence = 1) WHERE sequence = 1", "journal position 11", "does not fit the message")]
    [InlineData("UPDATE outbox SET receipt_position = 10 WHERE sequence = 1", "journal position 11", "another row")]
    [InlineData("DELETE FROM outbox WHERE sequence = 2", "journal position 10", "nothing is kept")]
    [InlineData("UPDATE journal SET payload = x'7b7d' WHERE position = 9", "journal position 9", "cannot be read")]
    [InlineData("UPDATE journal SET kind = 'test-sent' WHERE position = 9", "journal position 10", "must name the message before 2")]
    [InlineData("UPDATE registry_head SET delivered_sequence = 2; UPDATE outbox SET receipt_position = 12 WHERE sequence = 2", "message 2", "No row")]
    public Task A_message_that_is_not_as_the_journal_names_it_is_found(string sql, string place, string sentence) =>
        Finds(sql, IntegrityCheck.MessageRows, place, sentence);

    [Fact]
    public async Task A_changed_node_of_the_tree_is_found()
    {
        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store)))
        {
            await history.WriteAsync(store);
            var step = new CommitBatchBuilder(Sample.Registry, (await store.LoadAsync(Sample.Registry)).Heads);
            for (var i = 0; i < 30; i++) step.Append(LedgerRows.Entry(new TestSent("filler"), Sample.Noon));
            await store.CommitAsync(step.Build());
            (await StoreCheck.RunAsync(store)).ShouldBeEmpty();
        }

        Tamper("DROP TRIGGER log_node_keeps_values; UPDATE log_node SET hash = zeroblob(32) WHERE level = 5");
        await using var again = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        (await StoreCheck.RunAsync(again)).ShouldHaveSingleItem().Place.ShouldBe("log node 5/0");
    }

    [Theory]
    [InlineData(11, 11, CheckpointStage.Stated, null)]
    [InlineData(11, 10, CheckpointStage.Stated, "another root")]
    [InlineData(12, 11, CheckpointStage.Stated, "another root")]
    [InlineData(11, 11, CheckpointStage.Witnessed, "does not say")]
    public async Task A_checkpoint_is_compared_with_the_rows_it_covers(int treeSize, int rootOf, CheckpointStage stage, string? sentence)
    {
        await using var store = new MemoryRegistryStore();
        await history.WriteAsync(store);
        var root = await LogProofs.RootAsync(store, Sample.Registry, rootOf);
        await RecordAsync(store, history.Checkpoint(treeSize, root, stage));

        var findings = await StoreCheck.RunAsync(store);

        if (sentence is null) findings.ShouldBeEmpty();
        else
        {
            var finding = findings.ShouldHaveSingleItem();
            (finding.Check, finding.Place).ShouldBe((IntegrityCheck.Checkpoints, "journal position 12"));
            finding.English.ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task A_checkpoint_that_shrinks_is_found()
    {
        await using var store = new MemoryRegistryStore();
        await history.WriteAsync(store);
        await RecordAsync(store, history.Checkpoint(11, await LogProofs.RootAsync(store, Sample.Registry, 11), CheckpointStage.Stated));
        await RecordAsync(store, history.Checkpoint(10, await LogProofs.RootAsync(store, Sample.Registry, 10), CheckpointStage.Stated));

        (await StoreCheck.RunAsync(store)).ShouldHaveSingleItem().English.ShouldContain("does not continue");
    }

    // The chain around it is right, as after a rewriting of the whole journal: only the signature tells.
    [Theory]
    [InlineData(Cosigning.Right, false)]
    [InlineData(Cosigning.Altered, true)]
    [InlineData(Cosigning.OfAnotherCheckpoint, true)]
    [InlineData(Cosigning.ByStranger, true)]
    [InlineData(Cosigning.ByUs, true)]
    public async Task A_wrong_cosignature_is_found(Cosigning cosigning, bool isFound)
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        await history.WriteAsync(store);
        await RecordAsync(store, history.Cosigned(11, await LogProofs.RootAsync(store, Sample.Registry, 11), cosigning));

        var findings = await StoreCheck.RunAsync(store, (_, _) => history.Keys());

        findings.Select(f => f.ToString()).ShouldBe(
            isFound ? ["JPN-THA, journal position 12: The checkpoint has no right signature of JPN."] : Array.Empty<string>());
        findings.ShouldAllBe(f => f.Check == IntegrityCheck.Checkpoints && f.Japanese.Contains("JPN の正しい署名がありません"));
    }

    [Theory]
    [InlineData(Cosigning.Right, 0)]
    [InlineData(Cosigning.ByUs, 1)]
    public async Task A_side_does_not_pass_for_its_own_witness_where_only_its_keys_are_known(Cosigning cosigning, int findings)
    {
        await using var store = new MemoryRegistryStore();
        await history.WriteAsync(store);
        await AppendAsync(store, history.OwnKey());
        await RecordAsync(store, history.Cosigned(12, await LogProofs.RootAsync(store, Sample.Registry, 12), cosigning));

        (await StoreCheck.RunAsync(store)).Count(f => f.English == "The checkpoint has no right signature of JPN.").ShouldBe(findings);
    }

    [Fact]
    public async Task A_cosignature_altered_in_the_database_is_found_in_the_journal_and_in_the_state()
    {
        CheckpointRecord right;
        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store)))
        {
            await history.WriteAsync(store);
            right = history.Cosigned(11, await LogProofs.RootAsync(store, Sample.Registry, 11), Cosigning.Right);
            await RecordAsync(store, right);
        }

        var (was, altered) = (right.Document.Signatures[1].Signature, new string('A', right.Document.Signatures[1].Signature.Length));
        Tamper(
            $"""
            UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), '{was}', '{altered}') AS BLOB) WHERE position = 12;
            UPDATE item SET body = CAST(replace(CAST(body AS TEXT), '{was}', '{altered.Replace('A', 'B')}') AS BLOB) WHERE kind = 'checkpoint';
            """);
        await using var again = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        var findings = await StoreCheck.RunAsync(again, (_, _) => history.Keys());

        findings.Select(f => f.Check).Distinct().ShouldBe([IntegrityCheck.JournalChain, IntegrityCheck.Checkpoints, IntegrityCheck.Replay], ignoreOrder: true);
        findings.ShouldContain(f => f.Place == "journal position 12" && f.English == "The checkpoint has no right signature of JPN.");
        findings.ShouldContain(f => f.Place == "checkpoint THA/witnessed" && f.Check == IntegrityCheck.Replay);
    }

    private static Task RecordAsync(IRegistryStore store, CheckpointRecord checkpoint) => AppendAsync(store, new CheckpointRecorded(checkpoint));

    private static async Task AppendAsync(IRegistryStore store, LedgerEvent happened)
    {
        var image = await store.LoadAsync(Sample.Registry);
        var step = new CommitBatchBuilder(Sample.Registry, image.Heads);
        step.Append(LedgerRows.Entry(happened, Sample.Noon));
        foreach (var change in LedgerRows.Of(RegistryLedger.Apply(LedgerRows.State(image.Items), happened).Changes)) step.Change(change);
        await store.CommitAsync(step.Build());
    }

    [Fact]
    public async Task A_broken_law_is_found()
    {
        await using var store = new MemoryRegistryStore();
        await history.WriteAsync(store);
        var image = await store.LoadAsync(Sample.Registry);
        var unknown = new AccountNumber(History.From.Party, 99);
        var lost = new UnitsMoved(History.From, unknown, new DateOnly(2026, 4, 2), [new SerialRange(Sample.Prefix, 50, 60)]);
        var step = new CommitBatchBuilder(Sample.Registry, image.Heads);
        step.Append(LedgerRows.Entry(lost, Sample.Noon));
        foreach (var change in LedgerRows.Of(RegistryLedger.Apply(LedgerRows.State(image.Items), lost).Changes)) step.Change(change);
        await store.CommitAsync(step.Build());

        var finding = (await StoreCheck.RunAsync(store)).ShouldHaveSingleItem();

        finding.Check.ShouldBe(IntegrityCheck.Laws);
        finding.English.ShouldContain("which does not exist");
    }

    [Fact]
    public async Task An_event_that_does_not_fit_or_cannot_be_read_is_found()
    {
        await using var store = new MemoryRegistryStore();
        await history.WriteAsync(store);
        var step = new CommitBatchBuilder(Sample.Registry, (await store.LoadAsync(Sample.Registry)).Heads);
        step.Append(LedgerRows.Entry(History.Events[4], Sample.Noon));
        await store.CommitAsync(step.Build());
        await using var unreadable = new MemoryRegistryStore();
        step = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        step.Append(Sample.Entry("unknown", "{}"));
        await unreadable.CommitAsync(step.Build());

        var misfit = (await StoreCheck.RunAsync(store)).ShouldHaveSingleItem();
        var unread = (await StoreCheck.RunAsync(unreadable)).ShouldHaveSingleItem();

        misfit.ToString().ShouldStartWith("JPN-THA, journal position 12: The event does not fit");
        unread.ToString().ShouldStartWith("JPN-THA, journal position 1: The event cannot be read");
    }

    private async Task Finds(string sql, IntegrityCheck check, string place, string sentence)
    {
        var findings = await CheckAfter(sql);

        findings.ShouldContain(
            f => f.Check == check && f.Place.StartsWith(place) && f.English.Contains(sentence) && f.Japanese.EndsWith('。'), string.Join('\n', findings));
    }

    private async Task<IReadOnlyList<IntegrityFinding>> CheckAfter(string sql)
    {
        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store))) await history.WriteAsync(store);
        Tamper(sql);
        await using var again = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        return await StoreCheck.RunAsync(again);
    }

    // Whoever can write to the file can also remove its triggers; the check must not rely on them.
    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={directory.Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_values; DROP TRIGGER inbox_keeps_rows; DROP TRIGGER inbox_keeps_values;
            DROP TRIGGER outbox_keeps_rows; DROP TRIGGER outbox_keeps_receipts;
            {sql}
            """;
        command.ExecuteNonQuery();
    }
}
