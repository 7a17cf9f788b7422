using System.CommandLine;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Recovery;
using JcmInterop.Messages.Recovery;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;

namespace JcmInterop.Cli.Recovery;

/// <summary><c>jcm recovery</c>: after a store was restored from an old backup, the partner writes down the messages it kept, and the stopped node takes them back.</summary>
internal static class RecoveryCommand
{
    public static Command Create(Shell shell) =>
        new("recovery", "After a node was restored from an old backup: hand over the messages its partner kept, and bring them back.") { Export(shell), Import(shell) };

    private static Command Export(Shell shell)
    {
        var access = new NodeAccess();
        var to = new Argument<FileInfo>("file") { Description = "File to write." };
        var command = access.AddTo(new Command("export", "On the side that lost nothing: write the messages its partner lost to a file, for the partner's administrator.") { to });
        return command.Does(shell, async (asked, talk, cancellation) =>
        {
            var target = asked.GetRequiredValue(to);
            if (target.Exists) throw new InputFault($"{target} exists and is not overwritten; name another file.", $"{target} は既に存在するため上書きしません。別のファイル名を指定してください。");
            using var client = access.Client(asked);
            var bytes = await client.ExportRecoveryAsync(access.Registry(asked), cancellation);
            var file = RecoveryFile.Read(bytes);
            await File.WriteAllBytesAsync(target.FullName, bytes, cancellation);
            talk.Give(new { file = target.FullName, restored = file.Restored.Code, own = file.Own.Count, partner = file.Partner.Count });
            talk.Say(
                $"{target.FullName}: {file.Own.Count} messages of {file.Restored} and {file.Partner.Count} of this side.",
                $"{target.FullName}：{file.Restored} のメッセージ {file.Own.Count} 件、当方のメッセージ {file.Partner.Count} 件。");
            return ExitCode.Done;
        });
    }

    private static Command Import(Shell shell)
    {
        var file = new Argument<FileInfo>("file") { Description = "The partner's file." };
        var config = new Option<FileInfo>("--config") { Description = "Configuration of the stopped node.", Required = true };
        var person = new Option<string>("--person") { Description = "Who approves this, for the audit trail.", Required = true };
        var approve = new Option<bool>("--approve") { Description = "Bring the messages back; without it they are only shown." };
        return new Command("import", "On the restored side, while the node is stopped: show the lost messages, and with --approve bring them back.") { file, config, person, approve }
            .Does(shell, async (asked, talk, _) =>
            {
                var settings = NodeSettings.Check(NodeConfigurationFile.Read(asked.GetRequiredValue(config).FullName));
                var lost = Read(asked.GetRequiredValue(file));
                if (!settings.Registries.TryFind(lost.Registry.ToString(), out var registry))
                    throw new InputFault($"This node has no bilateral registry {lost.Registry}.", $"このノードには二国間登録簿 {lost.Registry} がありません。");
                await using var store = NodeRecord.OpenStore(settings);
                var recovery = new RegistryRecovery(registry, store, NodeIds.Of(shell.Time), shell.Time);
                return Tell(talk, await RunAsync(recovery, lost, asked.GetRequiredValue(person), !asked.GetValue(approve)), lost.Restored, asked.GetValue(approve));
            });
    }

    private static RecoveryFile Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        if (file.Length > RecoveryFile.BytesMax) throw new InputFault($"{file} is larger than a recovery file can be.", $"{file} は復旧ファイルとして大きすぎます。");
        try
        {
            return RecoveryFile.Read(File.ReadAllBytes(file.FullName));
        }
        catch (FormatException e)
        {
            throw new InputFault($"{file} is not a recovery file: {e.Message}", $"{file} は復旧ファイルではありません：{e.Message}");
        }
    }

    private static async Task<RecoveryReport> RunAsync(RegistryRecovery recovery, RecoveryFile file, string person, bool isDryRun)
    {
        try
        {
            return await recovery.RunAsync(file, person, isDryRun);
        }
        catch (FormatException e)
        {
            throw new InputFault($"The file cannot be used: {e.Message}", $"ファイルを使用できません：{e.Message}");
        }
    }

    private static ExitCode Tell(Conversation talk, RecoveryReport report, PartyCode restored, bool isApproved)
    {
        talk.Give(new
        {
            broughtBack = isApproved && report.Obstacle is null, obstacle = report.Obstacle, own = report.Own, partner = report.Partner, toldAnew = report.Untold,
        });
        foreach (var (side, messages) in new[] { (restored.Code, report.Own), (talk.Pick("partner", "相手国"), report.Partner) })
            foreach (var message in messages) talk.Say($"{side} {message.Sequence}  {message.SentAt:yyyy-MM-dd HH:mm:ss}  {message.Type}  {string.Join(' ', message.About)}");
        if (report.Obstacle is not null)
        {
            talk.Say($"Nothing was brought back. {report.Obstacle}", $"復旧していません。{report.ObstacleJapanese}");
            return ExitCode.Finding;
        }

        talk.Say(
            isApproved ? $"Brought back: {report.Own.Count} own and {report.Partner.Count} partner messages. Start the node." : "Nothing was changed. Add --approve to bring them back.",
            isApproved ? $"自側 {report.Own.Count} 件、相手側 {report.Partner.Count} 件のメッセージを復旧しました。ノードを起動してください。" : "変更していません。復旧するには --approve を付けてください。");
        return ExitCode.Done;
    }
}
