using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Cli.Ledgers;

public sealed class CopyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_is_restored_into_an_empty_store_and_into_no_other()
    {
        var configuration = await NewNodeAsync("one");
        var other = await NewNodeAsync("two");
        await RecordAsync("one");
        var backup = folder["backup.db"];

        (await Run.Of("backup", "--config", configuration, "--out", backup)).Code.ShouldBe(ExitCode.Done);
        (await Run.Of("backup", "--config", configuration, "--out", backup)).Code.ShouldBe(ExitCode.BadInput);
        var restored = await Run.Of("restore", backup, "--config", other, "--json");
        restored.Code.ShouldBe(ExitCode.Done, restored.Error);
        restored.Json.GetProperty("rows").GetInt64().ShouldBe(1);
        (await Run.Of("fsck", "--config", other)).Code.ShouldBe(ExitCode.Done);
        var twice = await Run.Of("restore", backup, "--config", other);
        twice.Code.ShouldBe(ExitCode.Trouble);
        twice.Error.ShouldContain("holds a record already");
    }

    [Fact]
    public async Task A_record_is_moved_to_another_store()
    {
        var configuration = await NewNodeAsync("one");
        var other = await NewNodeAsync("two");
        (await Run.Of("move", "--config", configuration, "--to-config", other)).Code.ShouldBe(ExitCode.BadInput);
        await RecordAsync("one");

        var moved = await Run.Of("move", "--config", configuration, "--to-config", other);

        moved.Code.ShouldBe(ExitCode.Done, moved.Error);
        moved.Output.ShouldContain("never with the old store again");
    }

    [Fact]
    public async Task A_check_names_one_store() =>
        (await Run.Of("fsck")).Code.ShouldBe(ExitCode.BadInput);

    [Fact]
    public async Task A_cluster_needs_a_store_that_silos_can_share()
    {
        var run = await Run.Of("cluster", "--config", await NewNodeAsync("one"));
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("PostgreSQL");
    }

    private async Task<string> NewNodeAsync(string name)
    {
        Directory.CreateDirectory(folder[name]);
        var configuration = folder[$"{name}/node.json"];
        (await Run.Of("config", "new", "--out", configuration)).Code.ShouldBe(ExitCode.Done);
        foreach (var (key, party) in new[] { ("private-key.json", "JPN"), ("partner-key.json", "THA") })
        {
            (await Run.Of("keys", "new", folder[$"{name}/{key}"])).Code.ShouldBe(ExitCode.Done);
            (await Run.Of("keys", "export", folder[$"{name}/{key}"], "--party", party, "--out", folder[$"{name}/{party}.jwks.json"])).Code.ShouldBe(ExitCode.Done);
        }

        return configuration;
    }

    private async Task RecordAsync(string name)
    {
        Directory.CreateDirectory(folder[$"{name}/data"]);
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(folder[$"{name}/data/{NodeSettings.StoreFile}"]));
        await store.RecordAsync(new AuditEntry(DateTimeOffset.UnixEpoch, "Somchai", "Administrator", "read", "JPN-THA", "accepted", "1"));
    }
}
