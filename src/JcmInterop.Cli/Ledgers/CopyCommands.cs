using System.CommandLine;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Hosting;
using JcmInterop.Storage.Copying;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Cli.Ledgers;

/// <summary><c>jcm move</c>, <c>jcm backup</c> and <c>jcm restore</c>: the whole record of a node, copied row by row into an empty store and checked there.</summary>
internal static class CopyCommands
{
    public static Command Move(Shell shell)
    {
        var from = Configuration("--config", "The configuration whose store is moved; its node must be stopped.");
        var to = Configuration("--to-config", "The configuration of the store to move to; it must be empty.");
        return new Command("move", "Move the record of a stopped node to another store, SQLite or PostgreSQL, and check what arrived.") { from, to }.Does(
            shell, async (asked, talk, cancellation) =>
            {
                using var source = CheckedSettings.Read(asked.GetRequiredValue(from));
                using var target = CheckedSettings.Read(asked.GetRequiredValue(to));
                await using var old = NodeRecord.OpenStore(source.Value);
                await using var fresh = NodeStore.Open(target.Value);
                var outcome = await CopyAsync(talk, old, fresh, cancellation);
                if (outcome == ExitCode.Done)
                    talk.Say($"From now on start the node with {asked.GetValue(to)}, and never with the old store again.", $"今後は {asked.GetValue(to)} でノードを起動し、古い保存先では二度と起動しないでください。");
                return outcome;
            });
    }

    public static Command Backup(Shell shell)
    {
        var from = Configuration("--config", "The configuration of the node. With PostgreSQL it may run; with the embedded store it must be stopped.");
        var to = new Option<FileInfo>("--out") { Description = "New file to write.", Required = true };
        return new Command("backup", "Write the record of a node, as of one instant, into one file, and check it. Keys and tokens are not in it.") { from, to }.Does(
            shell, async (asked, talk, cancellation) =>
            {
                var file = asked.GetRequiredValue(to);
                if (file.Exists) throw new InputFault($"{file} exists and is not overwritten; name another file.", $"{file} は既に存在するため上書きしません。別のファイル名を指定してください。");
                using var source = CheckedSettings.Read(asked.GetRequiredValue(from));
                await using var store = NodeRecord.OpenStore(source.Value);
                await using var copy = SqliteRegistryStore.Open(new SqliteStoreOptions(file.FullName));
                return await CopyAsync(talk, store, copy, cancellation);
            });
    }

    public static Command Restore(Shell shell)
    {
        var from = new Argument<FileInfo>("file") { Description = "A file written by 'jcm backup'." };
        var to = Configuration("--config", "The configuration of the store to restore to; it must be empty.");
        return new Command("restore", "Read a backup into the empty store of a node, and check what arrived.") { from, to }.Does(
            shell, async (asked, talk, cancellation) =>
            {
                using var target = CheckedSettings.Read(asked.GetRequiredValue(to));
                await using var backup = NodeRecord.OpenFile(asked.GetRequiredValue(from).FullName);
                await using var store = NodeStore.Open(target.Value);
                var outcome = await CopyAsync(talk, backup, store, cancellation);
                if (outcome == ExitCode.Done)
                {
                    talk.Say(
                        "What the node acknowledged after this backup is missing here. Partners send their messages again; compare with them before you go on.",
                        "バックアップ後に受領した記録は含まれません。相手国ノードはメッセージを再送します。再開前に相手国と照合してください。");
                }

                return outcome;
            });
    }

    private static Option<FileInfo> Configuration(string name, string description) => new(name) { Description = description, Required = true };

    private static async Task<ExitCode> CopyAsync(Conversation talk, RelationalRegistryStore from, RelationalRegistryStore to, CancellationToken cancellation)
    {
        var copy = await StoreCopy.RunAsync(from, to, cancellation);
        talk.Give(new
        {
            from = from.Place, to = to.Place, rows = copy.Rows,
            registries = copy.Registries.Select(r => new { registry = r.Key.ToString(), position = r.Value.Position, hash = r.Value.Hash.ToBase64Url() }),
            findings = copy.Findings.Select(FsckCommand.Shown),
        });
        talk.Say($"{from.Place} → {to.Place}: {copy.Rows} rows", $"{from.Place} → {to.Place}：{copy.Rows} 行");
        foreach (var (registry, head) in copy.Registries) talk.Say($"{registry}: {head.Position}, {head.Hash.ToBase64Url()}");
        return FsckCommand.Tell(talk, copy.Registries.Count, copy.Findings);
    }
}
