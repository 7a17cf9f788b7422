using System.Net;
using System.Net.Sockets;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Addresses of this machine on which nobody listens.</summary>
internal static class FreeAddress
{
    /// <summary>The next one, for somebody who has to be known before listening on it.</summary>
    public static Uri Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
