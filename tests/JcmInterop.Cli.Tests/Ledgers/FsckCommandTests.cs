using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Cli.Ledgers;

public sealed class FsckCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task An_empty_store_is_in_order()
    {
        await using (SqliteRegistryStore.Open(new SqliteStoreOptions(folder[NodeSettings.StoreFile])))
        {
        }

        var run = await Run.Of("fsck", "--data", folder["."], "--json");
        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Json.GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_store_in_use_is_trouble()
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(folder[NodeSettings.StoreFile]));
        var run = await Run.Of("fsck", "--data", folder["."], "--lang", "ja");
        run.Code.ShouldBe(ExitCode.Trouble);
        run.Error.ShouldContain("別のプロセスがこの保存ファイルを使用しています");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_trouble()
    {
        folder.Write(NodeSettings.StoreFile, "this is not a database, however long one makes it");
        var run = await Run.Of("fsck", "--data", folder["."]);
        run.Code.ShouldBe(ExitCode.Trouble);
        run.Error.ShouldContain(NodeSettings.StoreFile);
    }

    [Fact]
    public async Task A_directory_without_a_store_is_bad_input() =>
        (await Run.Of("fsck", "--data", folder["none"])).Code.ShouldBe(ExitCode.BadInput);

    public void Dispose() => folder.Dispose();
}
