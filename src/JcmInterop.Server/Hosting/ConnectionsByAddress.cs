using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace JcmInterop.Server.Hosting;

/// <summary>Closes connections of an address that has too many open, so that one stranger cannot take the places of everybody.</summary>
/// <param name="most">Most open connections of one address.</param>
internal sealed class ConnectionsByAddress(int most)
{
    private const int NetworkBytes = 8;

    private readonly Lock counting = new();
    private readonly Dictionary<IPAddress, int> open = [];

    /// <summary>The step of every connection that counts it.</summary>
    public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        var address = Counted((connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None);
        if (!TryEnter(address))
        {
            connection.Abort(new ConnectionAbortedException("The address has too many connections open."));
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(address);
        }
    };

    // Whoever has one IPv6 address has the whole network of it.
    private static IPAddress Counted(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }

    private bool TryEnter(IPAddress address)
    {
        lock (counting)
        {
            var count = open.GetValueOrDefault(address);
            if (count >= most) return false;
            open[address] = count + 1;
            return true;
        }
    }

    private void Leave(IPAddress address)
    {
        lock (counting)
        {
            if (--open[address] == 0) open.Remove(address);
        }
    }
}
