using System.Diagnostics;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Troubles;
using Xunit.Sdk;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class DiskFullTests : IAsyncLifetime
{
    private const int DiskMebibytes = 160;
    private const int BallastBytes = 48 * 1024 * 1024;
    private const int CommitsMax = 400;
    private readonly string disk = Directory.CreateTempSubdirectory("jcm-disk-").FullName;

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || await RunAsync("mount", "-t", "tmpfs", "-o", $"size={DiskMebibytes}m", "tmpfs", disk) != 0)
            throw SkipException.ForSkip("A FULL DISK IS NOT TESTED: no small disk can be mounted here. Run eng/test as root on Linux.");
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", disk);
        Directory.Delete(disk);
    }

    [Fact]
    public async Task A_full_disk_refuses_commits_whole_and_everything_acknowledged_is_there_when_there_is_room_again()
    {
        var ballast = Path.Combine(disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[BallastBytes]);
        await using var server = new PostgresTestServer(Directory.CreateDirectory(Path.Combine(disk, "server")).FullName);
        await server.InitializeAsync();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
        var (heads, error) = (RegistryHeads.Empty, (Exception?)null);
        for (var commit = 0; error is null && commit < CommitsMax; commit++)
        {
            var step = Step(heads);
            error = await Record.ExceptionAsync(() => store.CommitAsync(step.Build()));
            if (error is null) heads = step.Heads;
        }

        (error is StoreFullException or StoreUnreachableException).ShouldBeTrue($"{error}");
        (await Record.ExceptionAsync(() => store.ProveAsync(TimeSpan.FromSeconds(30), TimeProvider.System))).ShouldBeOfType(error!.GetType());
        File.Delete(ballast);
        await server.StopAsync();
        await server.StartAsync();
        await store.ProveAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        var now = (await store.LoadAsync(Sample.Registry)).Heads;
        now.Journal.Position.ShouldBe(heads.Journal.Position);
        var next = Step(now);
        await store.CommitAsync(next.Build());
        (await store.LoadAsync(Sample.Registry)).Heads.Journal.ShouldBe(next.Heads.Journal);
        (await store.ReadJournalAsync(Sample.Registry, heads.Journal.Position - 1, IJournalReader.PageRowsMax)).Count.ShouldBe(1 + (int)(next.Heads.Journal.Position - heads.Journal.Position));
    }

    [Fact]
    public async Task A_full_disk_is_seen_before_a_commit_meets_it_and_no_longer_than_it_is_full()
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(Path.Combine(disk, "store.db")));
        await store.CommitAsync(Step(RegistryHeads.Empty).Build());
        await store.ProveAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        var ballast = Path.Combine(disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[new DriveInfo(disk).AvailableFreeSpace - 4096]);

        await Should.ThrowAsync<StoreFullException>(() => store.ProveAsync(TimeSpan.FromSeconds(30), TimeProvider.System));
        File.Delete(ballast);
        await store.ProveAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    private static CommitBatchBuilder Step(RegistryHeads heads)
    {
        var step = new CommitBatchBuilder(Sample.Registry, heads);
        // Letters in no order do not get smaller when a database compresses them.
        var random = new Random((int)heads.Journal.Position);
        var bytes = new byte[256 * 1024];
        for (var i = 0; i < 4; i++)
        {
            random.NextBytes(bytes);
            step.Append(Sample.Entry("k", Convert.ToBase64String(bytes)));
        }

        return step;
    }

    private static async Task<int> RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
