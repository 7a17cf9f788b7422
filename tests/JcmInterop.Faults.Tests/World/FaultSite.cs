using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Storage.Tests.Postgres;
using Npgsql;

namespace JcmInterop.Faults.Tests.World;

/// <summary>What the nodes stand on: folders, a database server with a disk of its own, and the network between the machines; with less permission, less of it.</summary>
internal sealed class FaultSite : IAsyncDisposable
{
    private const int DatabaseHost = 4;
    private int fronts = DatabaseHost;

    private FaultSite(string root, FaultNetwork? network, SmallDisk? disk, PostgresTestServer server, PostgresTestServer? standby)
    {
        Standby = standby;
        Root = root;
        Network = network;
        Disk = disk;
        Server = server;
    }

    public string Root { get; }

    public FaultNetwork? Network { get; }

    public SmallDisk? Disk { get; }

    public PostgresTestServer Server { get; }

    /// <summary>What follows the database server, where anything does.</summary>
    public PostgresTestServer? Standby { get; }

    /// <summary>Makes the site; without PostgreSQL the test ends here, skipped.</summary>
    public static async Task<FaultSite> CreateAsync(Action<string> warn)
    {
        PostgresTestServer.ShouldBeInstalled();
        var root = Leftovers.NewFolder();
        await Leftovers.RemoveAsync();
        var network = await FaultNetwork.TryCreateAsync(warn);
        var folder = Path.Combine(root, "disk");
        var disk = await SmallDisk.TryMountAsync(folder, warn);
        var server = new PostgresTestServer(Directory.CreateDirectory(Path.Combine(folder, "server")).FullName)
        {
            FurtherAddresses = network is null ? [] : [network.Host(DatabaseHost)],
            FurtherSettings = ["max_wal_size=128MB"],
        };
        // The server's own user must reach its folder.
        if (OperatingSystem.IsLinux()) await Tool.RunAsync($"chmod 755 {root} {folder}");
        await server.InitializeAsync();
        return new FaultSite(root, network, disk, server, null);
    }

    /// <summary>Makes a site on this machine alone.</summary>
    public static async Task<FaultSite> HereAsync()
    {
        PostgresTestServer.ShouldBeInstalled();
        var root = Leftovers.NewFolder();
        if (OperatingSystem.IsLinux()) await Tool.RunAsync($"chmod 755 {root}");
        var server = new PostgresTestServer(Directory.CreateDirectory(Path.Combine(root, "server")).FullName);
        await server.InitializeAsync();
        return new FaultSite(root, null, null, server, null);
    }

    /// <summary>Makes a site on this machine alone, whose database server has a standby that every commit waits for.</summary>
    public static async Task<FaultSite> WithStandbyAsync()
    {
        var site = await HereAsync();
        var standby = new PostgresTestServer(Directory.CreateDirectory(Path.Combine(site.Root, "standby")).FullName) { Primary = site.Server };
        return new FaultSite(site.Root, null, null, site.Server, standby);
    }

    /// <summary>An address for the front of a node.</summary>
    public string NewFrontAddress() => Network?.Host(++fronts) ?? Machine.Here.Address;

    /// <summary>A machine for a silo.</summary>
    public async Task<Machine> NewMachineAsync() => Network is null ? Machine.Here : await Network.AddAsync();

    /// <summary>A new database, as this process reaches it.</summary>
    public string NewDatabase()
    {
        var connection = new NpgsqlConnectionStringBuilder(Server.NewDatabase());
        if (Standby is null) return connection.ConnectionString;
        connection.Remove(nameof(connection.Port));
        connection.Host = $"127.0.0.1:{Server.Port},127.0.0.1:{Standby.Reserve()}";
        return connection.ConnectionString;
    }

    /// <summary>How the silos reach a database that this process reaches by another address.</summary>
    public NpgsqlConnectionStringBuilder AsSeenByMachines(string database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        if (Network is not null) connection.Host = Network.Host(DatabaseHost);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        Disk?.Free();
        if (Standby is not null) await Standby.DisposeAsync();
        await Server.DisposeAsync();
        if (Disk is not null) await Disk.DisposeAsync();
        if (Network is not null) await Network.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
