namespace JcmInterop.Server.Tests.World;

/// <summary>A node that the tests of one class share.</summary>
public sealed class StartedNode : IAsyncLifetime
{
    internal SingleNode Single { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Single = await SingleNode.StartAsync();

    public ValueTask DisposeAsync() => Single.DisposeAsync();
}
