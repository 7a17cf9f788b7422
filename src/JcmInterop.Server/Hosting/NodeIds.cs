using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Hosting;

namespace JcmInterop.Server.Hosting;

/// <summary>Ids of messages for work on the store of a stopped node.</summary>
public static class NodeIds
{
    /// <summary>Ids from a clock and the operating system's random numbers.</summary>
    public static IMessageIds Of(TimeProvider time) => GrainHosting.MessageIds(time);
}
