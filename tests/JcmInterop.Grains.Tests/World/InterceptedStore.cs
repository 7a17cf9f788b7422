using System.Reflection;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Grains.Tests.World;

/// <summary>A store that hands everything on, and lets a test hold up or fail commits.</summary>
public class InterceptedStore : DispatchProxy
{
    private IRegistryStore inner = null!;

    /// <summary>The batches handed over, in order.</summary>
    public List<CommitBatch> Batches { get; } = [];

    /// <summary>What was asked of the store, by name, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What a commit waits for before it goes on; a fault of it is the commit's.</summary>
    public Func<CommitBatch, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    public static (IRegistryStore Store, InterceptedStore Control) Around(IRegistryStore inner)
    {
        var store = Create<IRegistryStore, InterceptedStore>();
        var control = (InterceptedStore)(object)store;
        control.inner = inner;
        return (store, control);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        lock (Asked) Asked.Add(targetMethod!.Name);
        return targetMethod.Name == nameof(ICommitStore.CommitAsync) ? CommitAsync((CommitBatch)args![0]!) : targetMethod.Invoke(inner, args);
    }

    private async Task CommitAsync(CommitBatch batch)
    {
        lock (Batches) Batches.Add(batch);
        await BeforeCommit(batch);
        await inner.CommitAsync(batch);
    }
}
