using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Tests.Contract;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class PostgresStoreTests(PostgresTestServer server) : StorageContract
{
    protected override IRegistryStore Create() => PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
}
