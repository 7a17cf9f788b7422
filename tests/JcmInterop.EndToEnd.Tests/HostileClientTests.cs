using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JcmInterop.EndToEnd.Tests;

public sealed class HostileClientTests(AttackedNode attacked) : IClassFixture<AttackedNode>
{
    private const int SlowClients = 40;
    private const int Connections = 10_000;
    private const int OfOneAddress = 190;
    private const int FilesKept = 1_000;
    private const long MemoryGrowthMax = 256L * 1024 * 1024;

    // The limits of docs/operations.md, and what a busy machine may take to notice.
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10 + 10);
    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(5 + 10);
    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(250);

    private readonly HonestPartner partner = attacked.Partner;

    [Fact]
    public async Task Slow_headers_and_bodies_are_cut_off_while_the_partner_gets_its_receipts()
    {
        var headers = Enumerable.Range(0, SlowClients).Select(_ => DripAsync("POST /partner/v1/registries/JPN-THA/messages HTTP/1.1\r\nHost: node\r\nX-Slow: "));
        var bodies = Enumerable.Range(0, SlowClients).Select(_ => DripAsync(
            "POST /partner/v1/registries/JPN-THA/messages HTTP/1.1\r\nHost: node\r\nContent-Type: application/jose+json\r\nContent-Length: 4000000\r\n\r\n"));
        var (slowHeaders, slowBodies) = (Task.WhenAll(headers), Task.WhenAll(bodies));
        var exchanges = 0;
        while (!slowHeaders.IsCompleted || !slowBodies.IsCompleted)
        {
            await partner.SendAsync();
            exchanges++;
            await Task.WhenAny(Task.WhenAll(slowHeaders, slowBodies), NextDropAsync());
        }

        (await slowHeaders).Max().ShouldBeLessThan(HeadersWithin);
        (await slowBodies).Max().ShouldBeLessThan(BodyWithin);
        exchanges.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Ten_thousand_connections_leave_the_node_up_its_memory_bounded_and_the_partner_served()
    {
        var before = Memory();
        var wanted = Math.Min(Connections, (AllowedFiles() * 3 / 4) - FilesKept);
        var open = new List<Socket>(wanted);
        try
        {
            for (var address = 2; open.Count < wanted; address++)
                open.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(OfOneAddress, wanted - open.Count)).Select(_ => OpenAsync(new IPAddress([127, 0, 0, (byte)address])))));

            // Fewer where the machine allows a process fewer files.
            TestContext.Current.SendDiagnosticMessage($"{open.Count} connections are open at once; the node grew by {(Memory() - before) / 1024 / 1024} MiB.");
            for (var i = 0; i < 5; i++) await partner.SendAsync();
            open.Count(socket => socket.Poll(0, SelectMode.SelectRead)).ShouldBe(0, "the node closed some of them");
            (Memory() - before).ShouldBeLessThan(MemoryGrowthMax);
            await ClosedBeyondAsync();
            await partner.SendAsync();
        }
        finally
        {
            foreach (var socket in open) socket.Dispose();
        }

        await partner.SendAsync();
    }

    private static async Task NextDropAsync()
    {
        using var timer = new PeriodicTimer(Drop, TimeProvider.System);
        await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a beginning and then a byte now and then, until the node has had enough.</summary>
    private async Task<TimeSpan> DripAsync(string beginning)
    {
        using var socket = New(IPAddress.Parse("127.0.0.2"));
        var began = TimeProvider.System.GetTimestamp();
        await socket.ConnectAsync(attacked.Address, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(beginning), TestContext.Current.CancellationToken);
        var answer = EndAsync(socket);
        using var timer = new PeriodicTimer(Drop, TimeProvider.System);
        while (!answer.IsCompleted && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            try
            {
                await socket.SendAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                break;
            }
        }

        await answer;
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task EndAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) > 0)
            {
                // What the node says before it closes is not looked at.
            }
        }
        catch (SocketException)
        {
            // A connection that is reset is cut off too.
        }
    }

    /// <summary>An address that opens twice as many connections as one may is closed half of them.</summary>
    private async Task ClosedBeyondAsync()
    {
        var ends = new List<Task>();
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < 2 * OfOneAddress; i++)
            {
                sockets.Add(await OpenAsync(IPAddress.Parse("127.0.1.1")));
                ends.Add(EndAsync(sockets[^1]));
            }

            while (ends.Count(end => end.IsCompleted) < OfOneAddress - 20) await Task.WhenAny(ends.Where(end => !end.IsCompleted));
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    private async Task<Socket> OpenAsync(IPAddress from)
    {
        var socket = New(from);
        try
        {
            await socket.ConnectAsync(attacked.Address, TestContext.Current.CancellationToken);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed at once, before it was looked at.
        }

        return socket;
    }

    // Strangers come from other addresses than the partner.
    private static Socket New(IPAddress from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        return socket;
    }

    private static int AllowedFiles()
    {
        var line = File.ReadLines("/proc/self/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4]);
    }

    private long Memory()
    {
        using var process = Process.GetProcessById(attacked.ProcessId);
        return process.WorkingSet64;
    }
}
