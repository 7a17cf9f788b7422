using JcmInterop.Grains.Configuration;

namespace JcmInterop.Grains.Links;

/// <summary>Carries bytes to the partner's node and its answers back. Knows nothing of what they mean.</summary>
public interface IPartnerConnection
{
    /// <summary>Posts a signed message.</summary>
    Task<PartnerAnswer> SendAsync(RegistryConfiguration registry, ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Asks the partner's node for its time.</summary>
    /// <returns>The time, or why there is none.</returns>
    Task<PartnerAnswer> AskTimeAsync(RegistryConfiguration registry, CancellationToken cancellation);
}
