using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Server.Hosting;

/// <summary>Opens the store a configuration names.</summary>
public static class NodeStore
{
    /// <summary>Opens the store, creates it where there is none, and brings it to the layout of this version.</summary>
    /// <exception cref="NodeStartException">The store cannot be opened; one sentence names the place.</exception>
    public static RelationalRegistryStore Open(NodeSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
            return settings.Store.Postgres is { } server ? PostgresRegistryStore.Open(server) : SqliteRegistryStore.Open(new SqliteStoreOptions(settings.StorePath));
        }
        catch (StoreUnavailableException error)
        {
            var trouble = error.Trouble;
            throw new NodeStartException(trouble.Place, $"{trouble.English}.", trouble.Japanese, trouble.RemedyEnglish, trouble.RemedyJapanese, error);
        }
        catch (IOException error)
        {
            throw NodeStartException.Configuration("dataDirectory", $"{settings.DataDirectory} cannot be created", $"{settings.DataDirectory} を作成できません", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NodeStartException.Configuration("dataDirectory", $"{settings.DataDirectory} may not be created by this user", $"{settings.DataDirectory} を作成する権限がありません", error);
        }
    }
}
