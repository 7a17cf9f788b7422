using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Tests.Relational;
using Orleans.Configuration;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class PostgresGrainStorageTests(PostgresTestServer server) : GrainStorageContract
{
    private readonly PostgresRegistryStore store = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));

    protected override void UseStore(AdoNetGrainStorageOptions options)
    {
        options.Invariant = PostgresRegistryStore.OrleansInvariant;
        options.DataSource = store.Documents;
    }

    protected override ValueTask CloseStoreAsync() => store.DisposeAsync();
}
