using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli;

/// <summary>Entry point of the <c>jcm</c> command.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        AppDomain.CurrentDomain.UnhandledException += (_, fault) => StopAtDefect(fault.ExceptionObject);
        using var shell = Shell.OfProcess();
        return await JcmCommand.RunAsync(args, shell);
    }

    // Whatever no command expected is a broken invariant: say so, keep everything as it is, and stop.
    private static void StopAtDefect(object fault)
    {
        Console.Error.WriteLine($"jcm: defect, please report it: {fault}");
        Environment.Exit((int)ExitCode.Defect);
    }
}
