using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace JcmInterop.Messages.Signatures;

/// <summary>Lends one key to many threads: an <see cref="ECDsa"/> itself is for one thread at a time, and making one is slow.</summary>
internal sealed class EcdsaPool(ECParameters parameters) : IDisposable
{
    private readonly ConcurrentBag<ECDsa> idle = [];

    public ECDsa Rent() => idle.TryTake(out var key) ? key : ECDsa.Create(parameters);

    public void Return(ECDsa key) => idle.Add(key);

    public void Dispose()
    {
        while (idle.TryTake(out var key)) key.Dispose();
        CryptographicOperations.ZeroMemory(parameters.D);
    }
}
