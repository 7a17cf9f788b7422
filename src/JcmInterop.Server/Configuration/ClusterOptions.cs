namespace JcmInterop.Server.Configuration;

/// <summary>Where the node's own silo listens. Several silos make a cluster where the store is PostgreSQL; they trust each other, so their network must be closed to others.</summary>
public sealed record ClusterOptions
{
    /// <summary>Address the other silos reach this one at; the loopback address unless said otherwise.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port of the silo; zero takes a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port of its gateway; zero takes a free one.</summary>
    public int GatewayPort { get; init; }
}
