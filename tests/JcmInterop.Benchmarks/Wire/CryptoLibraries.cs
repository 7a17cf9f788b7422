using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace JcmInterop.Benchmarks.Wire;

/// <summary>Processor time of one signature and one verification, by algorithm and library, over a small and a large message.</summary>
/// <remarks>Processor time and not time on the wall, so that other work on the machine counts little.</remarks>
internal static class CryptoLibraries
{
    private const int Small = 1_500;
    private const int Large = 70_000;
    private static readonly TimeSpan ForEach = TimeSpan.FromMilliseconds(150);

    /// <summary>Measures and writes the table as Markdown.</summary>
    public static int Measure(string path)
    {
        var text = new StringBuilder("# Signatures by library\n\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"Processor time in microseconds, {Environment.ProcessorCount} processors, .NET {Environment.Version}, BouncyCastle {typeof(Ed25519).Assembly.GetName().Version}.")
            .AppendLine("Made by `dotnet run -c Release --project tests/JcmInterop.Benchmarks -- crypto FILE`.").AppendLine()
            .AppendLine("| algorithm | library | sign 1.5 kB | verify 1.5 kB | sign 70 kB | verify 70 kB |").AppendLine("|---|---|---|---|---|---|");
        foreach (var (algorithm, library, make) in Candidates())
        {
            var figures = new[] { Small, Large }.SelectMany(size => Figures(make, RandomNumberGenerator.GetBytes(size)));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {algorithm} | {library} | {string.Join(" | ", figures.Select(f => f.ToString("0", CultureInfo.InvariantCulture)))} |");
        }

        text.AppendLine().AppendLine("Ed25519 is not in the base library of .NET 10, and ML-DSA only where the system's OpenSSL is 3.5 or later.");
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static IEnumerable<(string Algorithm, string Library, Func<(Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify)> Make)> Candidates()
    {
        yield return ("Ed25519", "libsodium", SodiumEd25519);
        yield return ("Ed25519", "BouncyCastle", BouncyEd25519);
        yield return ("ES256", "platform", PlatformEs256);
        yield return ("ES256", "BouncyCastle", BouncyEs256);
        yield return ("ML-DSA-65", "BouncyCastle", BouncyMlDsa);
    }

    private static IEnumerable<double> Figures(Func<(Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify)> make, byte[] data)
    {
        var (sign, verify) = make();
        var signature = sign(data);
        if (!verify(data, signature)) throw new InvalidOperationException("A signature does not verify.");
        yield return Microseconds(() => sign(data));
        yield return Microseconds(() => verify(data, signature));
    }

    private static double Microseconds<T>(Func<T> act)
    {
        for (var i = 0; i < 20; i++) act();
        var (began, count) = (Environment.CpuUsage.TotalTime, 0);
        TimeSpan spent;
        do
        {
            act();
            count++;
            spent = Environment.CpuUsage.TotalTime - began;
        }
        while (spent < ForEach);
        return spent.TotalMicroseconds / count;
    }

    private static (Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify) SodiumEd25519()
    {
        var key = NSec.Cryptography.Key.Create(NSec.Cryptography.SignatureAlgorithm.Ed25519);
        return (
            data => NSec.Cryptography.SignatureAlgorithm.Ed25519.Sign(key, data),
            (data, signature) => NSec.Cryptography.SignatureAlgorithm.Ed25519.Verify(key.PublicKey, data, signature));
    }

    private static (Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify) BouncyEd25519()
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        var publicKey = new byte[32];
        Ed25519.GeneratePublicKey(seed, publicKey);
        var point = Ed25519.ValidatePublicKeyFullExport(publicKey);
        return (
            data =>
            {
                var signature = new byte[64];
                Ed25519.Sign(seed, publicKey.AsSpan(), data, signature);
                return signature;
            },
            (data, signature) => Ed25519.Verify(signature, point, data));
    }

    private static (Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify) PlatformEs256()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (data => key.SignData(data, HashAlgorithmName.SHA256), (data, signature) => key.VerifyData(data, signature, HashAlgorithmName.SHA256));
    }

    private static (Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify) BouncyEs256()
    {
        var curve = NistNamedCurves.GetByName("P-256");
        var domain = new ECDomainParameters(curve.Curve, curve.G, curve.N, curve.H);
        var secret = new BigInteger(1, RandomNumberGenerator.GetBytes(31));
        var (own, open) = (new ECPrivateKeyParameters(secret, domain), new ECPublicKeyParameters(curve.G.Multiply(secret).Normalize(), domain));
        return (
            data =>
            {
                var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
                signer.Init(forSigning: true, own);
                var parts = signer.GenerateSignature(SHA256.HashData(data));
                return [.. Bytes(parts[0]), .. Bytes(parts[1])];
            },
            (data, signature) =>
            {
                var signer = new ECDsaSigner();
                signer.Init(forSigning: false, open);
                return signer.VerifySignature(SHA256.HashData(data), new BigInteger(1, signature[..32]), new BigInteger(1, signature[32..]));
            });

        static byte[] Bytes(BigInteger number) => [.. new byte[32 - number.ToByteArrayUnsigned().Length], .. number.ToByteArrayUnsigned()];
    }

    private static (Func<byte[], byte[]> Sign, Func<byte[], byte[], bool> Verify) BouncyMlDsa()
    {
        var own = MLDsaPrivateKeyParameters.FromSeed(MLDsaParameters.ml_dsa_65, RandomNumberGenerator.GetBytes(32));
        var open = MLDsaPublicKeyParameters.FromEncoding(MLDsaParameters.ml_dsa_65, own.GetPublicKeyEncoded());
        return (
            data =>
            {
                var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
                signer.Init(forSigning: true, own);
                signer.BlockUpdate(data);
                return signer.GenerateSignature();
            },
            (data, signature) =>
            {
                var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
                signer.Init(forSigning: false, open);
                signer.BlockUpdate(data);
                return signer.VerifySignature(signature);
            });
    }
}
