using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Relational;
using Orleans.Configuration;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class GrainStorageTests : GrainStorageContract
{
    private readonly TemporaryDirectory directory = new();
    private readonly SqliteRegistryStore store;

    public GrainStorageTests() => store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));

    protected override void UseStore(AdoNetGrainStorageOptions options)
    {
        options.Invariant = SqliteRegistryStore.OrleansInvariant;
        options.ConnectionString = store.ConnectionString;
    }

    protected override async ValueTask CloseStoreAsync()
    {
        await store.DisposeAsync();
        directory.Dispose();
    }
}
