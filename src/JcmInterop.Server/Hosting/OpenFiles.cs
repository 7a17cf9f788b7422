using System.Globalization;

namespace JcmInterop.Server.Hosting;

/// <summary>How many files the process may open; a connection is one of them.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    // A server that runs out of files can neither accept a connection nor write its store.
    private const int ConnectionsOfFour = 3;

    /// <summary>How many connections leave files for everything else: three quarters of what the system allows; no bound where it does not say.</summary>
    public static int ForConnections()
    {
        if (!File.Exists(Limits)) return int.MaxValue;
        var allowed = File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
        // Name, soft and hard limit; the runtime raises the soft one to the hard one.
        return allowed?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var hard, ..] && int.TryParse(hard, NumberStyles.None, CultureInfo.InvariantCulture, out var files)
            ? files / 4 * ConnectionsOfFour
            : int.MaxValue;
    }
}
