using System.Reflection;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Memory;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Simulation.Tests;

/// <summary>What one side has durably: the product's store in memory, with a disk under it that can be full.</summary>
public class Disk : DispatchProxy
{
    /// <summary>The store as the node sees it.</summary>
    internal IRegistryStore Store => (IRegistryStore)(object)this;

    /// <summary>What is durable.</summary>
    internal MemoryRegistryStore Durable { get; private protected set; } = new();

    /// <summary>How many of the next writes fail for want of room.</summary>
    internal int FullFor { get; set; }

    /// <summary>What was copied last; nothing before the first backup.</summary>
    internal MemoryRegistryStore? Backup { get; private set; }

    /// <summary>Copies what is durable.</summary>
    internal void CopyNow() => Backup = Durable.Copy();

    /// <summary>Puts other content in the place of what is durable.</summary>
    /// <returns>What was durable.</returns>
    internal MemoryRegistryStore Replace(MemoryRegistryStore content)
    {
        var was = Durable;
        Durable = content.Copy();
        return was;
    }

    /// <summary>A disk with the content of another.</summary>
    internal static TDisk Of<TDisk>(MemoryRegistryStore content)
        where TDisk : Disk
    {
        var disk = (TDisk)(object)Create<IRegistryStore, TDisk>();
        disk.Durable = content.Copy();
        return disk;
    }

    /// <summary>What a machine that starts again does first.</summary>
    internal virtual void Start()
    {
    }

    /// <inheritdoc/>
    protected sealed override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(ICommitStore.CommitAsync) => WriteAsync((CommitBatch)args![0]!),
        _ => Read(targetMethod, args),
    };

    private protected virtual object? Read(MethodInfo method, object?[]? args) => method.Invoke(Durable, args);

    private protected virtual Task WriteAsync(CommitBatch batch) => Full() ? Task.FromException(new StoreFullException("disk")) : Durable.CommitAsync(batch);

    private bool Full()
    {
        if (FullFor == 0) return false;
        FullFor--;
        return true;
    }
}
