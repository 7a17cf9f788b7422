using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JcmInterop.EndToEnd.Tests;

public sealed class HostileClientTests(AttackedNode attacked)
{
    private const int Connections = 10_000;
    private const int OfOneAddress = 190;
    private const int FilesKept = 1_000;
    private const long MemoryGrowthMax = 256L * 1024 * 1024;

    private HonestPartner Partner => attacked.Partner;

    [Fact]
    public async Task Ten_thousand_connections_leave_the_node_up_its_memory_bounded_and_the_partner_served()
    {
        await attacked.UntilStartedAsync();
        var before = Memory();
        var wanted = Math.Min(Connections, (AllowedFiles() * 3 / 4) - FilesKept);
        var open = new List<Socket>(wanted);
        try
        {
            for (var address = 2; open.Count < wanted; address++)
            {
                open.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(OfOneAddress, wanted - open.Count)).Select(_ => OpenAsync(new IPAddress([127, 0, 0, (byte)address])))));
                await UntilAcceptedAsync();
            }

            // Fewer where the machine allows a process fewer files.
            TestContext.Current.SendDiagnosticMessage($"{open.Count} connections are open at once; the node grew by {(Memory() - before) / 1024 / 1024} MiB.");
            for (var i = 0; i < 5; i++) await Partner.SendAsync();
            open.Count(socket => socket.Poll(0, SelectMode.SelectRead)).ShouldBe(0, "the node closed some of them");
            (Memory() - before).ShouldBeLessThan(MemoryGrowthMax);
            await ClosedBeyondAsync();
            await Partner.SendAsync();
        }
        finally
        {
            foreach (var socket in open) socket.Dispose();
        }

        await Partner.SendAsync();
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
                ends.Add(HostileSocket.EndAsync(sockets[^1]));
            }

            while (ends.Count(end => end.IsCompleted) < OfOneAddress - 20) await Task.WhenAny(ends.Where(end => !end.IsCompleted));
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    // Where connections wait to be accepted there is room for some hundreds; the system drops what comes beyond, and a client tries again only after 1, 3, 7, 15 … seconds.
    // They are accepted in their order, so that one that is answered tells of all before it.
    private async Task UntilAcceptedAsync()
    {
        using var socket = await OpenAsync(IPAddress.Parse("127.0.3.1"));
        await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: node\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await HostileSocket.EndAsync(socket);
    }

    private async Task<Socket> OpenAsync(IPAddress from)
    {
        var socket = HostileSocket.New(from);
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
