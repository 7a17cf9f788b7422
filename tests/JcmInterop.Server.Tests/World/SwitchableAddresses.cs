using JcmInterop.Grains.Configuration;
using JcmInterop.Server.Partners;

namespace JcmInterop.Server.Tests.World;

/// <summary>The partner's address, known once it has started, and taken away to make it unreachable.</summary>
internal sealed class SwitchableAddresses : IPartnerAddresses
{
    // Port 1 of the loopback address refuses connections at once.
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private volatile Uri address = Nowhere;

    public Uri Of(RegistryConfiguration registry) => address;

    public void Reach(Uri url) => address = url;

    public void Lose() => address = Nowhere;
}
