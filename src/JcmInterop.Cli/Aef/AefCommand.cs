using System.CommandLine;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef</c>: files in the agreed electronic format, of anybody.</summary>
internal static class AefCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell) => new("aef", "Check, compare and file submissions in the agreed electronic format.")
    {
        AefCheckCommand.Create(shell),
        AefCompareCommand.Create(shell),
        AefDiffCommand.Create(shell),
        AefFreezeCommand.Create(shell),
        AefFileCommand.Create(shell),
        AefRulesCommand.Create(shell),
    };
}
