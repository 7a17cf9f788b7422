namespace JcmInterop.Storage.Postgres;

/// <summary>Where the store of a node is on a PostgreSQL server.</summary>
/// <param name="ConnectionString">Host, port, database, user and password, as Npgsql reads them. It is a secret and never shown.</param>
public sealed record PostgresStoreOptions(string ConnectionString)
{
    /// <summary>Most connections to the server; the commits of different registries run side by side, and reads beside them.</summary>
    public int ConnectionsMax { get; init; } = 40;

    /// <summary>How long a connection may take to be made.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the server may be silent while it works on one statement.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Says nothing of the connection string, which holds the password.</summary>
    public override string ToString() => "PostgreSQL";
}
