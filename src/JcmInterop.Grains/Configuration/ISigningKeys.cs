using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Configuration;

/// <summary>Private keys of this node beside those of its configuration, for the rotation of keys.</summary>
public interface ISigningKeys
{
    /// <summary>The key with an id, or nothing where this node does not have it.</summary>
    SigningKey? Find(string keyId);

    /// <summary>Makes a new key and keeps it before it is used for anything.</summary>
    SigningKey Create();
}
