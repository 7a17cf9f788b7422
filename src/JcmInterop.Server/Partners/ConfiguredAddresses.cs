using JcmInterop.Grains.Configuration;

namespace JcmInterop.Server.Partners;

/// <summary>The addresses of the configuration.</summary>
internal sealed class ConfiguredAddresses : IPartnerAddresses
{
    public Uri Of(RegistryConfiguration registry) => registry.PartnerUrl;
}
