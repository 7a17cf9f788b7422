using JcmInterop.Storage.Memory;

namespace JcmInterop.Storage.Tests.Contract;

public sealed class MemoryStoreTests : StorageContract
{
    protected override IRegistryStore Create() => new MemoryRegistryStore();
}
