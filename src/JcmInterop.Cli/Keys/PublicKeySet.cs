using System.Text;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Cli.Keys;

/// <summary>Public keys as a JSON Web Key Set (RFC 7517), the form in which partners exchange them.</summary>
internal static class PublicKeySet
{
    /// <summary>The set with one key.</summary>
    public static string Write(VerificationKey key) =>
        $$"""{"keys":[{{key.PublicJwk[..^1]}},"alg":"{{key.AlgorithmName}}","kid":"{{key.KeyId}}","use":"sig"}]}""";

    /// <summary>Writes the set to a new file.</summary>
    public static void Save(string path, string set)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(set + "\n"));
    }
}
