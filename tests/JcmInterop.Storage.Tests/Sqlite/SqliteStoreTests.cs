using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class SqliteStoreTests : StorageContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override IRegistryStore Create() => SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));
}
