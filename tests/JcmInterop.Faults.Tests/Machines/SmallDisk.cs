namespace JcmInterop.Faults.Tests.Machines;

/// <summary>A disk of its own for the database, small enough to be filled.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Mebibytes = 768;

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Mounts one, or says loudly why a full disk is not tested here.</summary>
    public static async Task<SmallDisk?> TryMountAsync(string folder, Action<string> warn)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && await Tool.TryAsync($"mount -t tmpfs -o size={Mebibytes}m tmpfs {folder}") is null)
            return new SmallDisk(folder);
        warn("A FULL DISK IS NOT TESTED UNDER LOAD: no small disk can be mounted here. Run eng/test as root on Linux.");
        return null;
    }

    /// <summary>Leaves no room.</summary>
    public Task FillAsync() => Tool.RunAsync($"dd if=/dev/zero of={Ballast} bs=1M status=none || true");

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await Tool.TryAsync($"umount -l {Folder}");
}
