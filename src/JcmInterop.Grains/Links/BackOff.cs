using System.Security.Cryptography;

namespace JcmInterop.Grains.Links;

/// <summary>Exponential waits with jitter, so that nodes that failed together do not come back together.</summary>
internal static class BackOff
{
    private const int ExponentMax = 20;

    /// <summary>The wait after a number of failed attempts: half of it fixed, half of it by chance.</summary>
    public static TimeSpan After(int failures, LinkOptions options)
    {
        var full = options.BackOffFirst * (1L << Math.Clamp(failures - 1, 0, ExponentMax));
        if (full > options.BackOffMax) full = options.BackOffMax;
        var half = (int)Math.Max(1, full.TotalMilliseconds / 2);
        return TimeSpan.FromMilliseconds(half + RandomNumberGenerator.GetInt32(half));
    }
}
