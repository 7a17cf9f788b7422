namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>One reader of what a partner can send, whatever the bytes are.</summary>
/// <param name="Name">Its name, and that of its corpus.</param>
/// <param name="Read">Reads; it answers and never throws, except where what it reads is documented to throw, which is part of this.</param>
/// <param name="Seeds">Good examples to begin with.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read, Func<IEnumerable<byte[]>> Seeds)
{
    /// <summary>Most that any reading may allocate, whatever the input: sentences, exceptions and what the ledger decides.</summary>
    public const long AllocatedBase = 2 * 1024 * 1024;

    /// <summary>Most bytes a reading may allocate besides, for each byte of the input.</summary>
    public const long AllocatedPerByte = 400;

    /// <summary>Longest that one reading may take; far more than it needs, so that a busy machine is no finding.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public override string ToString() => Name;

    /// <summary>Reads some bytes within the bounds; the sentence says which was broken.</summary>
    public string? Violation(byte[] input)
    {
        var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), System.Diagnostics.Stopwatch.GetTimestamp());
        if (Crash(input) is { } crash) return $"{Name} crashed: {crash}";
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (allocated > AllocatedBase + (AllocatedPerByte * input.Length)) return $"{Name} allocated {allocated} bytes for an input of {input.Length}.";
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        return took > Longest ? $"{Name} took {took} for an input of {input.Length}." : null;
    }

    private string? Crash(byte[] input)
    {
        try
        {
            Read(input);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }
}
