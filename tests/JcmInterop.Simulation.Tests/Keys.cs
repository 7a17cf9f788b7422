using System.Buffers.Binary;
using System.Security.Cryptography;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Simulation.Tests;

/// <summary>Gives the keys of each side, the same for ever: the first, the one after the first rotation, and so on.</summary>
/// <param name="make">Makes a key of a secret.</param>
internal sealed class Keys(Func<byte[], SigningKey> make)
{
    private readonly Dictionary<(PartyCode Party, int Number), SigningKey> made = [];

    /// <summary>Keys that cost little.</summary>
    public static Keys Cheap { get; } = new(CheapKey.Of);

    /// <summary>The keys of the product.</summary>
    public static Keys Genuine { get; } = new(secret => SigningKey.FromSecret(SignatureAlgorithm.Ed25519, secret));

    public SigningKey Of(PartyCode party, int number)
    {
        lock (made)
        {
            if (made.TryGetValue((party, number), out var known)) return known;
            var seed = new byte[8];
            BinaryPrimitives.WriteInt32LittleEndian(seed, number);
            System.Text.Encoding.ASCII.GetBytes(party.Code, seed.AsSpan(4));
            return made[(party, number)] = make(SHA256.HashData(seed));
        }
    }
}
