using System.Security.Cryptography;
using System.Text;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Numbers that follow from a name: for keys that are published and protect nothing.</summary>
internal sealed class NamedRandom(string name) : RandomNumberGenerator
{
    public override void GetBytes(byte[] data) => HKDF.Expand(HashAlgorithmName.SHA256, SHA256.HashData(Encoding.UTF8.GetBytes($"test only: {name}")), data, []);
}
