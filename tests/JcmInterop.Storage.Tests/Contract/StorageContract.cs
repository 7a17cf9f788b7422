using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Storage.Tests.Contract;

/// <summary>What every store of a node does alike. A new store earns trust by inheriting these tests.</summary>
public abstract partial class StorageContract
{
    protected static readonly BilateralRegistryId Thailand = BilateralRegistryId.Parse("JPN-THA");
    protected static readonly BilateralRegistryId Mongolia = BilateralRegistryId.Parse("JPN-MNG");

    /// <summary>A new, empty store, disposed of by the test.</summary>
    protected abstract IRegistryStore Create();

    private static CommitBatchBuilder Begin() => new(Thailand, RegistryHeads.Empty);
}
