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

    /// <summary>Seconds, 0 to 60, for which a silo that was asked to stop says that it is not ready and goes on taking requests: longer than the load balancer takes to notice.</summary>
    public int StopAnnouncedSeconds { get; init; } = 3;

    internal TimeSpan StopAnnounced => TimeSpan.FromSeconds(StopAnnouncedSeconds);
}
