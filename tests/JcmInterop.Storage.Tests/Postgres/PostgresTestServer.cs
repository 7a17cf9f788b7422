using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace JcmInterop.Storage.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own: made in a temporary folder, on the loopback address, synchronising to disk like a real one, and gone
/// with the process that started it, however that ends.</summary>
public sealed partial class PostgresTestServer : IAsyncDisposable
{
    private const string User = "jcm";
    private const int StartsMax = 50;
    private const string ReadyText = "ready to accept ";

    // The end of its input tells the shell that the tests are over, also where they were killed.
    private const string UntilInputEnds =
        """
        exec 3<&0
        "$@" & server=$!
        (cat <&3; kill -INT $server) > /dev/null 2>&1 &
        wait $server
        """;

    private static readonly TimeSpan BetweenStarts = TimeSpan.FromMilliseconds(200);
    private string password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly string folder;
    private Process? shell;
    private int made;

    public PostgresTestServer()
        : this(Directory.CreateTempSubdirectory("jcm-postgres-").FullName)
    {
    }

    internal PostgresTestServer(string folder) => this.folder = folder;

    /// <summary>Further addresses of this machine to listen on, for clients in networks of their own.</summary>
    internal IReadOnlyList<string> FurtherAddresses { get; init; } = [];

    /// <summary>Further settings, such as <c>max_wal_size=128MB</c>.</summary>
    internal IReadOnlyList<string> FurtherSettings { get; init; } = [];

    /// <summary>Port on the loopback address.</summary>
    public int Port { get; private set; }

    /// <summary>The password of the only user.</summary>
    public string Password => password;

    /// <summary>Process id of the server.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    internal static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "postgres")))
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));

    private string Data => Path.Combine(folder, "data");

    /// <summary>The server this one follows as a standby; nothing for one of its own.</summary>
    internal PostgresTestServer? Primary { get; init; }

    public async ValueTask InitializeAsync()
    {
        if (Programs is null) return;
        if (Primary is { } primary)
        {
            await FollowAsync(primary);
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", folder);
        await RunAsync(AsServerUser("initdb", "-D", Data, "-U", User, "-A", "scram-sha-256", "--pwfile", Path.Combine(folder, "password"), "-E", "UTF8", "--no-locale"));
        if (FurtherAddresses.Count > 0) await File.AppendAllLinesAsync(Path.Combine(Data, "pg_hba.conf"), ["host all all samenet scram-sha-256"]);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>The port it will have once it is started.</summary>
    internal int Reserve() => Port == 0 ? Port = FreePort() : Port;

    /// <summary>From now on a commit waits until a standby has it on its disk too.</summary>
    internal void WaitForStandby()
    {
        Run("ALTER SYSTEM SET synchronous_standby_names = '*'");
        Run("SELECT pg_reload_conf()");
        while (Answer("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") is not 1L) Run("SELECT pg_sleep(0.1)");
    }

    /// <summary>The standby becomes a server of its own.</summary>
    internal void Promote() => Run("SELECT pg_promote()");

    /// <summary>Starts the server, on the same port as before where there was one.</summary>
    public async Task StartAsync()
    {
        Reserve();
        // What a killed server leaves behind of its memory is gone after a moment.
        for (var tries = 1; await TryStartAsync() is { } said; tries++)
        {
            if (tries == StartsMax) throw new InvalidOperationException($"The server did not start: {said}");
            await Task.Delay(BetweenStarts, TimeProvider.System);
        }
    }

    private async Task<string?> TryStartAsync()
    {
        string[] server = AsServerUser("postgres", [
            "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", $"listen_addresses={string.Join(',', ["127.0.0.1", .. FurtherAddresses])}", "-c", $"unix_socket_directories={folder}",
            "-c", "fsync=on", "-c", "max_connections=300", "-c", "shared_buffers=64MB", "-c", "log_min_messages=log",
            .. FurtherSettings.SelectMany(setting => new[] { "-c", setting })]);
        shell = Process.Start(new ProcessStartInfo("sh", ["-c", UntilInputEnds, "sh", .. server])
        {
            RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        })!;
        var said = "";
        while (await shell.StandardError.ReadLineAsync() is { } line)
        {
            said += line + '\n';
            if (!line.Contains(ReadyText, StringComparison.Ordinal)) continue;
            _ = shell.StandardError.ReadToEndAsync();
            return null;
        }

        await StopAsync();
        return said;
    }

    /// <summary>Ends the server without warning, as a crash would.</summary>
    public async Task KillAsync()
    {
        await RunAsync("kill", "-KILL", ProcessId.ToString(CultureInfo.InvariantCulture));
        await StopAsync();
    }

    /// <summary>A connection string for a new, empty schema, which is made much faster than a database. Without a server on this machine the test ends here,
    /// skipped.</summary>
    public string NewSchema()
    {
        var name = $"test_{Interlocked.Increment(ref made)}";
        Run($"CREATE SCHEMA {name}");
        return $"{ConnectionString("postgres")};Search Path={name}";
    }

    /// <summary>A connection string for a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref made)}";
        Run($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Database = database, Username = User, Password = password }.ToString();

    /// <summary>Without a server on this machine the test ends here, skipped.</summary>
    public static void ShouldBeInstalled()
    {
        if (Programs is null) throw NotInstalled();
    }

    private async Task FollowAsync(PostgresTestServer primary)
    {
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres", folder);
        await RunAsync(AsServerUser(
            "pg_basebackup", "-D", Data, "-R", "-X", "stream", "-c", "fast", "-d", $"host=127.0.0.1 port={primary.Port} user={User} password={primary.password}"));
        password = primary.password;
        await StartAsync();
    }

    private static partial Exception NotInstalled();

    internal void Run(string sql) => Answer(sql);

    private object? Answer(string sql)
    {
        ShouldBeInstalled();
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    /// <summary>Asks the server to end, where it still runs, and waits for it.</summary>
    public async Task StopAsync()
    {
        if (shell is null) return;
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
        shell = null;
    }

    // The server refuses to run as root.
    private static string[] AsServerUser(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs!, program), .. arguments];
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", .. command] : command;
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} failed: {string.Concat(said)}");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
