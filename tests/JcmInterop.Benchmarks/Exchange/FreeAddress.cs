using System.Net;
using System.Net.Sockets;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Addresses of this machine on which nobody listens.</summary>
internal static class FreeAddress
{
    // Below the ports the system gives out itself: the silos of the nodes that start first look for free ones, and must not find an address that is waiting for its node.
    private const int PortFirst = 20_000;
    private const int Ports = 10_000;

    // Benchmarks that run beside each other begin at places of their own.
    private static int last = Environment.ProcessId % Ports;

    /// <summary>Stands for one that the listener finds itself.</summary>
    public static Uri Any { get; } = new("http://127.0.0.1:0");

    /// <summary>The next one, for somebody who has to be known before listening on it.</summary>
    public static Uri Next()
    {
        int port;
        do port = PortFirst + (Interlocked.Increment(ref last) % Ports);
        while (!IsFree(port));
        return new Uri($"http://127.0.0.1:{port}");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
