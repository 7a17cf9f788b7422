using System.Diagnostics;

namespace JcmInterop.Cli.Processes;

/// <summary>This program, to be started once more as a child.</summary>
internal static class OwnProgram
{
    /// <summary>How to start it with other arguments, with all three streams as pipes.</summary>
    /// <remarks>The child's input stays open as long as this process lives, so a child can notice that its parent is gone, however it went.</remarks>
    public static ProcessStartInfo With(params IEnumerable<string> arguments)
    {
        var path = Environment.ProcessPath ?? throw new InvalidOperationException("The operating system does not say which program runs.");
        var isHosted = string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> all = isHosted ? [typeof(OwnProgram).Assembly.Location, .. arguments] : arguments;
        return new ProcessStartInfo(path, all) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
    }
}
