namespace JcmInterop.Server.Configuration;

/// <summary>The configuration of one node, as its file says it. Nothing here is checked yet; see <see cref="NodeSettings"/>.</summary>
public sealed record NodeOptions
{
    /// <summary>The Party the node belongs to, alpha-3.</summary>
    public required string Party { get; init; }

    /// <summary>Addresses to listen on; the loopback address unless said otherwise.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Directory of the store and the token files; created when it is missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>File of this node's private key.</summary>
    public required string SigningKeyFile { get; init; }

    /// <summary>The bilateral registries, one for each partner.</summary>
    public required IReadOnlyList<RegistryOptions> Registries { get; init; }

    /// <summary>How this side accounts for its NDCs, one entry for each NDC period and metric; without one no corresponding adjustments are computed.</summary>
    public IReadOnlyList<NdcOptions> Ndcs { get; init; } = [];

    /// <summary>Limits of what is taken from outside.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Where the record is kept; the embedded store in the data directory unless said otherwise.</summary>
    public StoreOptions? Store { get; init; }

    /// <summary>Address and ports of the silo and its gateway; zero takes a free port.</summary>
    public ClusterOptions Cluster { get; init; } = new();
}
