using System.Diagnostics;
using System.Globalization;

namespace JcmInterop.Cli.Processes;

/// <summary>The most memory a process has had resident, as its operating system counts it.</summary>
internal static class PeakMemory
{
    private const string Field = "VmHWM:";

    /// <summary>Peak in bytes; nothing where the process is gone or the system does not say.</summary>
    public static long? Of(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line[Field.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
