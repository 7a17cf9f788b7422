using JcmInterop.Cli.Processes;

namespace JcmInterop.Faults.Tests.Machines;

/// <summary>Ports on this machine that stay free for a process that comes back.</summary>
internal static class Port
{
    private static readonly Random Numbers = new(Environment.ProcessId);

    public static int Free()
    {
        lock (Numbers) return LoopbackPorts.Free(1, Numbers)[0];
    }
}
