using System.CommandLine;
using System.CommandLine.Parsing;
using JcmInterop.Cli.Adjustments;
using JcmInterop.Cli.Aef;
using JcmInterop.Cli.Clusters;
using JcmInterop.Cli.Demonstration;
using JcmInterop.Cli.Evidence;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Imports;
using JcmInterop.Cli.Keys;
using JcmInterop.Cli.Ledgers;
using JcmInterop.Cli.Partners;
using JcmInterop.Cli.Partners.Sandbox;
using JcmInterop.Cli.Recovery;
using JcmInterop.Cli.Refusals;
using JcmInterop.Cli.Serving;
using JcmInterop.Cli.Terminal;
using JcmInterop.Cli.Verification;

namespace JcmInterop.Cli;

/// <summary>The command <c>jcm</c> with everything it can do.</summary>
internal static class JcmCommand
{
    private const string Name = "jcm";

    // A node finishes its commits and its connections before it goes.
    private static readonly TimeSpan GraceAfterSignal = TimeSpan.FromSeconds(30);

    /// <summary>Runs one command line.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Shell shell)
    {
        var asked = Create(shell).Parse(arguments);
        if (asked.Errors.Count > 0) return Misunderstood(asked, shell);
        var invocation = new InvocationConfiguration
        {
            Output = shell.Output, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = GraceAfterSignal,
        };
        return await asked.InvokeAsync(invocation);
    }

    private static RootCommand Create(Shell shell) => new(
        "Joint Crediting Mechanism registry connector. Exit codes: 0 done, 1 finding or refusal, 2 bad arguments or input, 3 trouble outside, 70 defect.")
    {
        Commands.Json(),
        Commands.LanguageOption(),
        KeysCommand.Create(shell),
        ConfigCommand.Create(shell),
        new ServeCommand(shell),
        new ClusterCommand(shell),
        new ImportCommand(shell),
        new RecordsCommand(shell),
        new EvidenceCommand(shell),
        new VerifyCommand(shell),
        new DemoCommand(shell),
        new ExportCommand(shell),
        AefCommand.Create(shell),
        AdjustmentsCommand.Create(shell),
        new ConformanceCommand(shell),
        new SandboxCommand(shell),
        new FsckCommand(shell),
        CopyCommands.Move(shell),
        CopyCommands.Backup(shell),
        CopyCommands.Restore(shell),
        RecoveryCommand.Create(shell),
        RulesCommand.Create(shell),
    };

    private static int Misunderstood(ParseResult asked, Shell shell)
    {
        var talk = Commands.Talk(asked, shell);
        var reasons = string.Join(' ', asked.Errors.Select(e => string.Join(' ', e.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        var help = $"{string.Join(' ', Path(asked.CommandResult).Reverse())} --help";
        return (int)talk.Fail(ExitCode.BadInput, $"{reasons} See: {help}", $"{reasons} 使い方：{help}");
    }

    private static IEnumerable<string> Path(SymbolResult? result)
    {
        for (; result is CommandResult command; result = result.Parent) yield return command.Parent is null ? Name : command.Command.Name;
    }
}
