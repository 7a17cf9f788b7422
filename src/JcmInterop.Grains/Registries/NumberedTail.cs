namespace JcmInterop.Grains.Registries;

/// <summary>The last of things that are numbered without gaps, up to a number of them and of their bytes. Used by one thread at a time.</summary>
/// <param name="number">The number of a thing.</param>
/// <param name="bytes">The bytes it holds.</param>
/// <param name="countMax">Most things kept.</param>
/// <param name="bytesMax">Most bytes kept.</param>
internal sealed class NumberedTail<T>(Func<T, long> number, Func<T, int> bytes, int countMax, int bytesMax)
{
    private readonly Queue<T> kept = new();
    private long last;
    private long bytesKept;

    /// <summary>Adds the next one. Behind a gap, those before it are forgotten.</summary>
    public void Append(T thing)
    {
        if (number(thing) != last + 1) Clear();
        kept.Enqueue(thing);
        last = number(thing);
        bytesKept += bytes(thing);
        while (kept.Count > countMax || bytesKept > bytesMax) Drop();
    }

    /// <summary>Those from a number on, in order; empty where the first of them is not kept.</summary>
    public IReadOnlyList<T> From(long first, int most) =>
        first <= last && kept.TryPeek(out var oldest) && number(oldest) <= first ? [.. kept.Skip((int)(first - number(oldest))).Take(most)] : [];

    /// <summary>Forgets those up to a number, this one included.</summary>
    public void DropThrough(long final)
    {
        while (kept.TryPeek(out var oldest) && number(oldest) <= final) Drop();
    }

    public void Clear()
    {
        kept.Clear();
        bytesKept = 0;
    }

    private void Drop() => bytesKept -= bytes(kept.Dequeue());
}
