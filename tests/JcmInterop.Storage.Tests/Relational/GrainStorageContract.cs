using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.TestingHost;

namespace JcmInterop.Storage.Tests.Relational;

/// <summary>What Orleans expects of the tables and statements its ADO.NET grain storage finds in a store.</summary>
public abstract class GrainStorageContract : IAsyncLifetime
{
    private const string Grain = "partner-link";
    private InProcessTestCluster cluster = null!;
    private IGrainStorage storage = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddAdoNetGrainStorage("node", UseStore));
        cluster = builder.Build();
        await cluster.DeployAsync();
        storage = cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("node");
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await CloseStoreAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Names the store's database to Orleans.</summary>
    protected abstract void UseStore(AdoNetGrainStorageOptions options);

    protected abstract ValueTask CloseStoreAsync();

    public static TheoryData<GrainId> Keys => new()
    {
        GrainId.Create(Grain, "JPN-THA"),
        GrainId.Create(GrainType.Create(Grain), GrainIdKeyExtensions.CreateIntegerKey(42)),
        GrainId.Create(GrainType.Create(Grain), GrainIdKeyExtensions.CreateIntegerKey(42, "extension")),
        GrainId.Create(GrainType.Create(Grain), GrainIdKeyExtensions.CreateGuidKey(new Guid("0b0c0d0e-0102-0304-0506-0708090a0b0c"))),
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task State_is_written_read_changed_and_cleared(GrainId id)
    {
        var first = await Read(id);
        first.RecordExists.ShouldBeFalse();
        Set(first, "one");
        await storage.WriteStateAsync(Grain, id, first);
        Set(first, "two");
        await storage.WriteStateAsync(Grain, id, first);

        var second = await Read(id);
        second.RecordExists.ShouldBeTrue();
        Text(second).ShouldBe("two");
        second.ETag.ShouldBe("2");
        await storage.ClearStateAsync(Grain, id, second);

        var third = await Read(id);
        Text(third).ShouldBeEmpty();
        Set(third, "three");
        await storage.WriteStateAsync(Grain, id, third);
        Text(await Read(id)).ShouldBe("three");
    }

    [Fact]
    public async Task An_outdated_activation_can_neither_write_nor_clear()
    {
        var id = GrainId.Create(Grain, "JPN-THA");
        var current = await Read(id);
        await storage.WriteStateAsync(Grain, id, current);
        var outdated = await Read(id);
        Set(current, "kept");
        await storage.WriteStateAsync(Grain, id, current);
        Set(outdated, "lost");

        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync(Grain, id, outdated));
        await Should.ThrowAsync<InconsistentStateException>(() => storage.ClearStateAsync(Grain, id, outdated));

        Text(await Read(id)).ShouldBe("kept");
    }

    [Fact]
    public async Task Two_activations_cannot_both_create_the_state()
    {
        var id = GrainId.Create(Grain, "JPN-MNG");
        var one = await Read(id);
        var other = await Read(id);
        await storage.WriteStateAsync(Grain, id, one);

        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync(Grain, id, other));
    }

    [Fact]
    public async Task An_activation_from_before_a_clear_is_outdated()
    {
        var id = GrainId.Create(Grain, "JPN-IDN");
        var state = await Read(id);
        await storage.WriteStateAsync(Grain, id, state);
        var outdated = await Read(id);
        await storage.ClearStateAsync(Grain, id, state);

        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync(Grain, id, outdated));
    }

    private async Task<GrainState<List<string>>> Read(GrainId id)
    {
        var state = new GrainState<List<string>>([]);
        await storage.ReadStateAsync(Grain, id, state);
        return state;
    }

    private static void Set(GrainState<List<string>> state, string text) => state.State = [text];

    private static string Text(GrainState<List<string>> state) => string.Concat(state.State ?? []);
}
