using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <summary>Makes the pool of connections to a server.</summary>
internal static class PostgresServer
{
    // A commit has about a dozen different statements, a page of people's questions about as many.
    private const int PreparedMax = 60;
    private const int PreparedFromUse = 2;
    private const int PrimaryLookedForEverySeconds = 1;

    // Said when a connection is made, and never changed later. A commit waits for the disk whatever the server's default is.
    private const string Settings = @"-c synchronous_commit=on -c default_transaction_isolation=read\ committed -c lock_timeout=20s";

    /// <summary>Reads the connection string.</summary>
    /// <exception cref="StoreAccessException">It is not one.</exception>
    public static NpgsqlConnectionStringBuilder Read(PostgresStoreOptions options)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                Options = $"{given.Options} {Settings}".TrimStart(),
                ApplicationName = "jcm",
                Timeout = (int)Math.Ceiling(options.ConnectWithin.TotalSeconds),
                CommandTimeout = (int)Math.Ceiling(options.AnswerWithin.TotalSeconds),
                MaxPoolSize = options.ConnectionsMax,
                MaxAutoPrepare = PreparedMax,
                AutoPrepareMinUsages = PreparedFromUse,
                // Nothing is set on a connection after it was made, so there is nothing to take back: seven statements less for every use of the pool.
                NoResetOnClose = true,
                // Tells which key was there already; only the keys of our own rows can appear in it.
                IncludeErrorDetail = true,
                PersistSecurityInfo = false,
            };
            if (HasSeveral(connection))
            {
                connection.TargetSessionAttributes = "primary";
                connection.HostRecheckSeconds = PrimaryLookedForEverySeconds;
            }

            return connection;
        }
        catch (ArgumentException error)
        {
            // What the driver says may repeat part of the secret.
            throw new StoreAccessException($"connection string, {error.ParamName}");
        }
        catch (FormatException)
        {
            throw new StoreAccessException("connection string");
        }
    }

    /// <summary>Server, port and database, for people; never user or password.</summary>
    public static string Place(NpgsqlConnectionStringBuilder connection) =>
        $"{connection.Host}{(HasSeveral(connection) ? "" : $":{connection.Port}")}/{connection.Database ?? connection.Username}";

    // A primary and its standbys, of which one may become the primary.
    private static bool HasSeveral(NpgsqlConnectionStringBuilder connection) => connection.Host?.Contains(',', StringComparison.Ordinal) == true;

    /// <summary>A pool of connections.</summary>
    public static NpgsqlDataSource Open(NpgsqlConnectionStringBuilder connection) => NpgsqlDataSource.Create(connection);
}
