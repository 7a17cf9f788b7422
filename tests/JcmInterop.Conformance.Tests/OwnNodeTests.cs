using JcmInterop.Conformance.Tests.World;

namespace JcmInterop.Conformance.Tests;

public sealed class OwnNodeTests
{
    [Fact]
    public async Task This_products_node_passes_twice_in_a_row()
    {
        using var kit = new Kit();
        await using var node = await OwnNode.StartAsync(kit);

        (await kit.RunAsync(node.Url)).ShouldHavePassed();
        (await kit.RunAsync(node.Url)).ShouldHavePassed();
    }
}
