using JcmInterop.Grains.Configuration;

namespace JcmInterop.Grains.Tests.World;

/// <summary>Message ids that follow from a counter, so that two runs give the same bytes.</summary>
internal sealed class CountedIds : IMessageIds
{
    private int count;

    public Guid Next() => new($"01900000-0000-7000-8000-{Interlocked.Increment(ref count):x12}");
}
