using JcmInterop.Conformance.Tests.World;
using JcmInterop.Grains.Links;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Conformance.Tests;

public sealed class SendingTests
{
    public static TheoryData<PlantedFault> Faults =>
    [
        Fault("takes any receipt for its own", b => b.BelievesAnyReceipt = true, "repeats-after-empty", "repeats-after-other-receipt", "repeats-after-strange-receipt"),
        Fault("takes any answer for a receipt", b => b.BelievesAnyAnswer = true, "repeats-after-503", "repeats-after-empty", "repeats-after-other-receipt", "repeats-after-strange-receipt", "goes-back"),
        Fault("signs another message instead of repeating the one before", b => b.SignsAnew = true,
            "repeats-after-503", "repeats-after-empty", "repeats-after-other-receipt", "repeats-after-strange-receipt", "goes-back", "sends-in-order"),
        Fault("never goes back", b => b.NeverGoesBack = true, "goes-back"),
    ];

    [Fact]
    public async Task An_endpoint_that_sends_as_the_protocol_says_passes()
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        await using var endpoint = await kit.StartEndpointAsync(new EndpointBehaviour { Partner = kit.ListenOn });

        (await kit.RunAsync(endpoint.Url, IsSending)).ShouldHavePassed();
        (await kit.RunAsync(endpoint.Url, IsSending)).ShouldHavePassed();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_in_sending_is_found_by_its_cases_and_by_no_other(PlantedFault fault)
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        var behaviour = new EndpointBehaviour { Partner = kit.ListenOn };
        fault.Plant(behaviour, kit);
        await using var endpoint = await kit.StartEndpointAsync(behaviour);

        (await kit.RunAsync(endpoint.Url, IsSending)).Failed().ShouldBe(fault.FoundBy, ignoreOrder: true);
    }

    [Fact]
    public async Task This_products_node_sends_as_the_protocol_says()
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        await using var node = await OwnNode.StartAsync(kit, kit.ListenOn, builder =>
            builder.Services.AddSingleton(new LinkOptions { BackOffFirst = TimeSpan.FromMilliseconds(20), BackOffMax = TimeSpan.FromMilliseconds(100) }));

        (await kit.RunAsync(node.Url, IsSending)).ShouldHavePassed();
    }

    private static bool IsSending(string id) => id is "sends-refusal" or "goes-back" or "sends-in-order" || id.StartsWith("repeats-after", StringComparison.Ordinal);

    private static PlantedFault Fault(string name, Action<EndpointBehaviour> plant, params string[] foundBy) => new(name, foundBy) { Plant = (b, _) => plant(b) };
}
