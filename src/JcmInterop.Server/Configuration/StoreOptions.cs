namespace JcmInterop.Server.Configuration;

/// <summary>Where the node keeps its record. Without it: one SQLite file in the data directory, for one node on one machine.</summary>
public sealed record StoreOptions
{
    /// <summary>Host, port, database and user of a PostgreSQL database, for example <c>Host=127.0.0.1;Database=jcm;Username=jcm</c>; never the password.</summary>
    public string? Postgres { get; init; }

    /// <summary>File that holds the password; readable by the node's user only.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Name of the environment variable that holds the password.</summary>
    public string? PasswordVariable { get; init; }
}
