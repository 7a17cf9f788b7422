namespace JcmInterop.Grains.Configuration;

/// <summary>Ids from the clock and the operating system's random numbers: RFC 9562, section 5.7.</summary>
internal sealed class RandomMessageIds(TimeProvider time) : IMessageIds
{
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
