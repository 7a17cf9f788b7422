namespace JcmInterop.Server.Configuration;

/// <summary>Where the node's own silo listens; always on the loopback address.</summary>
public sealed record ClusterOptions
{
    /// <summary>Port of the silo; zero takes a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port of its gateway; zero takes a free one.</summary>
    public int GatewayPort { get; init; }
}
