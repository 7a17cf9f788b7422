using System.CommandLine;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef</c>: files in the agreed electronic format, of anybody.</summary>
internal static class AefCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell) => new("aef", "Check and compare submissions in the agreed electronic format, whoever wrote them.")
    {
        AefCheckCommand.Create(shell),
        AefRulesCommand.Create(shell),
    };
}
