using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>Clients that send headers and bodies a byte now and then, until the node has had enough, while the partner goes on sending. It takes as long as the node's
/// patience with headers, so it begins with the node and goes on beside the other attacks.</summary>
internal sealed class SlowAttack
{
    private const int Clients = 40;
    private const string Beginning = "POST /partner/v1/registries/JPN-THA/messages HTTP/1.1\r\nHost: node\r\n";

    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(250);
    private static readonly IPAddress From = IPAddress.Parse("127.0.2.1");

    private readonly IPEndPoint node;

    public SlowAttack(IPEndPoint node, HonestPartner partner)
    {
        this.node = node;
        Outcome = RunAsync(partner);
    }

    /// <summary>The longest time a client was borne with slow headers, with a slow body, and how many messages of the partner were receipted meanwhile.</summary>
    public Task<(TimeSpan Headers, TimeSpan Bodies, int Exchanges)> Outcome { get; }

    private async Task<(TimeSpan Headers, TimeSpan Bodies, int Exchanges)> RunAsync(HonestPartner partner)
    {
        var headers = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => DripAsync($"{Beginning}X-Slow: ")));
        var bodies = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => DripAsync($"{Beginning}Content-Type: application/jose+json\r\nContent-Length: 4000000\r\n\r\n")));
        var exchanges = 0;
        using var timer = new PeriodicTimer(Drop, TimeProvider.System);
        while (!headers.IsCompleted || !bodies.IsCompleted)
        {
            await partner.SendAsync();
            exchanges++;
            await timer.WaitForNextTickAsync();
        }

        return ((await headers).Max(), (await bodies).Max(), exchanges);
    }

    private async Task<TimeSpan> DripAsync(string beginning)
    {
        using var socket = HostileSocket.New(From);
        var began = TimeProvider.System.GetTimestamp();
        await socket.ConnectAsync(node);
        await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
        var answer = HostileSocket.EndAsync(socket);
        using var timer = new PeriodicTimer(Drop, TimeProvider.System);
        while (!answer.IsCompleted && await timer.WaitForNextTickAsync())
        {
            try
            {
                await socket.SendAsync("x"u8.ToArray());
            }
            catch (SocketException)
            {
                break;
            }
        }

        await answer;
        return TimeProvider.System.GetElapsedTime(began);
    }
}
