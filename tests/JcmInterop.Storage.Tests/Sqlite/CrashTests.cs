using System.Diagnostics;
using System.Globalization;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class CrashTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_killed_process_keeps_everything_it_acknowledged_and_nothing_half_done()
    {
        var acknowledged = 0L;
        foreach (var lines in new[] { 1, 7, 40 })
        {
            acknowledged = await WriteAndKill(lines);
            await CheckStore(acknowledged);
        }

        acknowledged.ShouldBeGreaterThanOrEqualTo((1 + 7 + 40) * 6);
    }

    private async Task<long> WriteAndKill(int lines)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [CrashWriter.Argument, directory.Store]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var writer = Process.Start(start)!;
        var last = "";
        for (var i = 0; i < lines; i++) last = await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The writer ended.");
        writer.Kill();
        var rest = (await writer.StandardOutput.ReadToEndAsync()).Split('\n');
        await writer.WaitForExitAsync();
        var whole = rest.Length > 1 ? rest[^2] : last;
        return long.Parse(whole, CultureInfo.InvariantCulture);
    }

    private async Task CheckStore(long acknowledged)
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
        var image = await store.LoadAsync(Sample.Registry);
        image.Heads.Journal.Position.ShouldBeGreaterThanOrEqualTo(acknowledged);
        Sample.Text(image.Items.ShouldHaveSingleItem().Body).ShouldBe($"{image.Heads.Journal.Position - 1}");
        image.Heads.Outgoing.Sequence.ShouldBe(image.Heads.Journal.Position / 6);

        var head = JournalHead.Empty;
        while (await store.ReadJournalAsync(Sample.Registry, head.Position, IJournalReader.PageRowsMax) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                (var expected, head) = head.Append(Sample.Registry, row.Entry);
                (row.Position, row.PreviousHash, row.Hash).ShouldBe((expected.Position, expected.PreviousHash, expected.Hash));
            }
        }
        head.ShouldBe(image.Heads.Journal);
        (await store.FindSentAsync(Sample.Registry, image.Heads.Outgoing.Sequence)).ShouldNotBeNull();
        (await store.FindSentAsync(Sample.Registry, image.Heads.Outgoing.Sequence + 1)).ShouldBeNull();
    }
}
