namespace JcmInterop.Faults.Tests.Machines;

/// <summary>Networks and disks of test runs that were killed before they could take them away.</summary>
internal static class Leftovers
{
    // The names carry the process that made them; where it is gone, so may they be.
    private const string Script =
        """
        gone() { [ -n "$1" ] && [ ! -d "/proc/$1" ]; }
        for net in $(ls /sys/class/net); do
          process=$(echo "$net" | sed -nE 's/^jcm([0-9]+)x[0-9]+b$/\1/p')
          if gone "$process"; then ip link del "$net" || true; fi
        done
        for space in $(ls /run/netns 2>/dev/null || true); do
          process=$(echo "$space" | sed -nE 's/^jcm([0-9]+)x[0-9]+n[0-9]+$/\1/p')
          if gone "$process"; then ip netns del "$space" || true; fi
        done
        for disk in $(awk '$3 == "tmpfs" { print $2 }' /proc/mounts); do
          process=$(echo "$disk" | sed -nE 's|.*/jcm-faults-([0-9]+)-[^/]*/disk$|\1|p')
          if gone "$process"; then umount -l "$disk" || true; fi
        done
        """;

    /// <summary>A new folder of this process.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory($"jcm-faults-{Environment.ProcessId}-").FullName;

    public static async Task RemoveAsync()
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) await Tool.TryAsync(Script);
    }
}
