using System.Globalization;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.State;
using JcmInterop.Storage.Tests.Contract;

namespace JcmInterop.Storage.Tests.Sqlite;

/// <summary>A process that commits until it is killed, and tells every position it got an answer for.</summary>
internal static class CrashWriter
{
    /// <summary>Started with this and the path of a store, the test program is the writer.</summary>
    public const string Argument = "write-until-killed";

    public static async Task<int> WriteForEver(string path)
    {
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(path));
        var heads = (await store.LoadAsync(Sample.Registry)).Heads;
        while (true)
        {
            var step = new CommitBatchBuilder(Sample.Registry, heads);
            for (var i = 0; i < 5; i++)
            {
                var row = step.Append(Sample.Entry("k", new string('x', 500)));
                step.Change(StateChange.Set("last", "position", Text(row.Position)));
            }
            step.SendSample((int)heads.Outgoing.Sequence + 1);
            await store.CommitAsync(step.Build());
            heads = step.Heads;
            Console.WriteLine(heads.Journal.Position.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static byte[] Text(long number) => System.Text.Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
