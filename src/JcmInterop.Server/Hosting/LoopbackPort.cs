using System.Net;
using System.Net.Sockets;

namespace JcmInterop.Server.Hosting;

/// <summary>Finds ports nobody listens on, so that several nodes run on one machine.</summary>
internal static class LoopbackPort
{
    /// <summary>The port itself, or a free one in place of zero.</summary>
    public static int FreeUnless(int port)
    {
        if (port != 0) return port;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
