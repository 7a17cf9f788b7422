using JcmInterop.Messages.Canonical;

namespace JcmInterop.Grains.Registries;

/// <summary>Keeps messages below what a partner accepts.</summary>
internal static class OutgoingLimits
{
    // The payload is base64url inside the signed message (four characters for three bytes); 16 KiB are left for envelope and signatures.
    public const int BodyBytesMax = (JsonBounds.WireBytesMax / 4 * 3) - (16 * 1024);
}
