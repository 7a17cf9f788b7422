using JcmInterop.Faults.Tests.World;

namespace JcmInterop.Faults.Tests;

/// <summary>One world for the short tests, because it takes many seconds to start. Each test leaves it whole.</summary>
[CollectionDefinition(nameof(SharedWorld), DisableParallelization = true)]
public sealed class SharedWorld : ICollectionFixture<SharedWorld>, IAsyncLifetime
{
    private FaultWorld? world;

    internal async Task<FaultWorld> StartedAsync(Action<string> warn) => world ??= await FaultWorld.StartAsync(warn);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => world?.DisposeAsync() ?? ValueTask.CompletedTask;
}
