using System.Net;
using System.Net.Sockets;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Processes;

/// <summary>Free ports on this machine for nodes that keep their port when they are started again.</summary>
/// <remarks>The ports are below the range from which operating systems take ports for outgoing connections: there, a connection could take
/// the port of a node while the node is down.</remarks>
internal static class LoopbackPorts
{
    private const int First = 20_000;
    private const int Final = 32_000;
    private const int TriesMax = 200;

    /// <summary>Different ports on which nothing listens at this moment.</summary>
    /// <exception cref="OutsideTrouble">No port was free.</exception>
    public static IReadOnlyList<int> Free(int count, Random random)
    {
        var found = new List<int>(count);
        for (var tries = 0; found.Count < count; tries++)
        {
            if (tries == TriesMax) throw new OutsideTrouble($"No free port between {First} and {Final} was found.", $"{First}～{Final} に空きポートがありません。");
            var port = random.Next(First, Final);
            if (!found.Contains(port) && IsFree(port)) found.Add(port);
        }

        return found;
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
