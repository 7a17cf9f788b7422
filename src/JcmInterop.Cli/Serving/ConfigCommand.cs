using System.CommandLine;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Serving;

/// <summary><c>jcm config</c>: the configuration of a node.</summary>
internal static class ConfigCommand
{
    public static Command Create(Shell shell) => new("config", "Make the configuration of a node.") { New(shell) };

    private static Command New(Shell shell)
    {
        var to = new Option<FileInfo>("--out") { Description = "New file to write; without it the example is printed." };
        return new Command("new", "Write an example configuration with a comment on every property.") { to }.Does(shell, (asked, talk, _) =>
        {
            if (asked.GetValue(to) is not { } target)
            {
                shell.Output.Write(ExampleConfiguration.Text);
                return Task.FromResult(ExitCode.Done);
            }

            if (target.Exists)
                throw new InputFault($"{target} exists and is not overwritten; name another file.", $"{target} は既に存在するため上書きしません。別のファイル名を指定してください。");
            if (target.Directory is { Exists: false } folder) throw new InputFault($"There is no folder {folder}.", $"フォルダー {folder} がありません。");
            File.WriteAllText(target.FullName, ExampleConfiguration.Text);
            talk.Give(new { file = target.FullName });
            talk.Say($"Written: {target.FullName}", $"書き込みました：{target.FullName}");
            return Task.FromResult(ExitCode.Done);
        });
    }
}
