namespace JcmInterop.Server.Configuration;

/// <summary>Limits of what is taken from outside; all have a safe default.</summary>
public sealed record LimitOptions
{
    /// <summary>Requests of one address to the public API in a minute.</summary>
    public int PublicRequestsPerMinute { get; init; } = 120;

    /// <summary>Requests of one address to the partner API handled at the same time.</summary>
    public int PartnerRequestsAtOnce { get; init; } = 32;

    /// <summary>Requests of one address to the partner API waiting for their turn.</summary>
    public int PartnerRequestsWaiting { get; init; } = 128;

    /// <summary>Requests of operators handled at the same time.</summary>
    public int OperatorRequestsAtOnce { get; init; } = 512;

    /// <summary>Open connections; fewer where the process may open fewer files.</summary>
    public int Connections { get; init; } = 12_000;

    /// <summary>Open connections of one address; a proxy in front of the node is one address.</summary>
    public int ConnectionsOfOneAddress { get; init; } = 200;

    /// <summary>Slowest sender of a body that is waited for, in bytes per second.</summary>
    public int BodyBytesPerSecondMin { get; init; } = 240;
}
