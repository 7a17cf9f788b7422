using System.Security.Cryptography;

namespace JcmInterop.Grains.Links;

/// <summary>The waits between attempts that fail: brisk at first, because most troubles are short and a refused connection is cheap, then longer and longer.
/// Half of each is by chance, so that nodes that failed together do not come back together.</summary>
internal sealed class BackOff(TimeProvider time, LinkOptions options)
{
    private const int ExponentMax = 20;

    private DateTimeOffset? since;
    private int brisk;
    private int late;

    /// <summary>The wait after one more failed attempt.</summary>
    public TimeSpan Next()
    {
        var now = time.GetUtcNow();
        // A clock that was set back starts the time of failing anew.
        if (since is null || since > now) since = now;
        var longest = options.BackOffBrisk > options.BackOffFirst ? options.BackOffBrisk : options.BackOffFirst;
        return now - since < options.BriskFor ? Jittered(options.BackOffFirst, brisk++, longest) : Jittered(longest, ++late, options.BackOffMax);
    }

    /// <summary>Forgets the failures.</summary>
    public void Reset() => (since, brisk, late) = (null, 0, 0);

    private TimeSpan Jittered(TimeSpan first, int doublings, TimeSpan longest)
    {
        var full = first * (1L << Math.Min(doublings, ExponentMax));
        if (full > longest) full = longest;
        if (full > options.BackOffMax) full = options.BackOffMax;
        var half = (int)Math.Max(1, full.TotalMilliseconds / 2);
        return TimeSpan.FromMilliseconds(half + RandomNumberGenerator.GetInt32(half));
    }
}
