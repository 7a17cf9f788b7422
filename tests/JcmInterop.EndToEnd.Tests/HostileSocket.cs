using System.Net;
using System.Net.Sockets;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>Connections of strangers, who come from other addresses than the partner.</summary>
internal static class HostileSocket
{
    public static Socket New(IPAddress from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        return socket;
    }

    /// <summary>Reads until the node closes the connection.</summary>
    public static async Task EndAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // What the node says before it closes is not looked at.
            }
        }
        catch (SocketException)
        {
            // A connection that is reset is cut off too.
        }
        catch (ObjectDisposedException)
        {
            // The attack is over.
        }
    }
}
