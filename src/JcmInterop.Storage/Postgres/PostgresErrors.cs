using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <summary>Turns what PostgreSQL and the way to it say into the causes a person can act on.</summary>
internal static class PostgresErrors
{
    /// <summary>Raised by our own function when a commit starts from a head the registry has left.</summary>
    private const string Forked = "JCM01";

    private const string ReadOnlyTransaction = "25006";
    private const string NoSuchDatabase = "3D000";
    private const string NotAllowed = "42501";

    public static bool IsFork(PostgresException error) => error.SqlState is Forked or PostgresErrorCodes.UniqueViolation;

    /// <summary>Whether the outside world failed, as opposed to a statement that breaks a rule of the tables.</summary>
    public static bool IsTrouble(NpgsqlException error) => error is not PostgresException { SqlState: { } state } || Cause(state) is not null;

    /// <summary>Whether the connection is gone, so that another one may answer.</summary>
    public static bool IsDisconnected(NpgsqlException error) =>
        error is not PostgresException { SqlState: { } state } || state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal);

    public static StoreUnavailableException Trouble(string place, NpgsqlException error) =>
        error is PostgresException { SqlState: { } state } ? (Cause(state) ?? Failed)($"{place}, {state}", error) : new StoreUnreachableException(place, error);

    private static Func<string, Exception, StoreUnavailableException>? Cause(string state) => state switch
    {
        ReadOnlyTransaction => (place, error) => new StoreReadOnlyException(place, error),
        NoSuchDatabase or NotAllowed => (place, error) => new StoreAccessException(place, error),
        PostgresErrorCodes.DiskFull => (place, error) => new StoreFullException(place, error),
        _ => state[..2] switch
        {
            // Authorization refused.
            "28" => (place, error) => new StoreAccessException(place, error),
            // The connection, or the server is stopping or starting.
            "08" or "57" => (place, error) => new StoreUnreachableException(place, error),
            // Damaged data, or a damaged index.
            "XX" => (place, error) => new StoreDamagedException(place, error),
            // Too little memory or too few connections, an object in use, a lost deadlock, the system below.
            "53" or "55" or "40" or "58" => Failed,
            _ => null,
        },
    };

    private static StoreFailedException Failed(string place, Exception error) => new(place, error);
}
