using JcmInterop.Grains.Configuration;

namespace JcmInterop.Server.Partners;

/// <summary>Where the partner's node is at present.</summary>
public interface IPartnerAddresses
{
    /// <summary>Base address of the partner of a registry.</summary>
    Uri Of(RegistryConfiguration registry);
}
