using JcmInterop.Conformance.Tests.World;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Links;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Conformance.Tests;

public sealed class AnsweringTests
{
    private static readonly string[] Answers =
    [
        "hello-answered", "hello-limits", "hello-pinned-keys", "hello-clock", "hello-unasked", "runs-too-many", "units-of-receiver", "narrowed-terms", "half-a-decision", "status-unknown",
        "status-refused", "status-answer-decides-nothing", "cosigned", "not-cosigned", "proof-of-sent", "proof-of-receipt", "announced-only",
    ];

    public static TheoryData<PlantedFault> Faults =>
    [
        Fault("answers no hello", b => b.ChangeTold = told => told is Hello ? null : told, "hello-answered", "hello-limits", "hello-pinned-keys", "hello-clock"),
        Fault("announces less than it must accept", b => b.ChangeTold = told => told is Hello h ? h with { Limits = h.Limits with { RunsPerTransfer = 999 } } : told, "hello-limits"),
        Fault("does not say which keys it trusts", b => b.ChangeTold = told => told is Hello h ? h with { PinnedKeys = [] } : told, "hello-pinned-keys"),
        Fault("says another time than it has", b => b.ChangeTold = told => told is Hello h ? h with { Clock = h.Clock.AddHours(1) } : told, "hello-clock"),
        Fault("answers a hello that asks for nothing", b => b.TellsBesides = (body, told) => body is Hello { AsksAnswer: false } h ? [h] : [], "hello-unasked"),
        Fault("answers for transfers nobody offered", b => b.ChangeTold = told => told is StatusAnswer a ? a with { Transfers = [.. a.Transfers.Select(t => t with { State = TransferState.Completed, Role = TransferRole.Acquiring })] } : told,
            "status-unknown", "status-refused", "status-answer-decides-nothing"),
        Fault("cosigns a log that was rewritten", b => b.TellsBesides = (body, told) => body is CheckpointNotice n && told.Count == 0 ? [new CheckpointCosignature(n.Checkpoint)] : [], "not-cosigned"),
        Fault("cosigns without a signature", b => b.ChangeTold = told => told is CheckpointCosignature c ? c with { Checkpoint = c.Checkpoint with { Signatures = c.Checkpoint.Signatures[..1] } } : told, "cosigned"),
        Fault("asks what its partner has not announced", b => b.TellsBesides = (body, _) => body is Hello { MessageTypes.Length: 12 } ? [new StatusQuery([], Heads: true)] : [], "announced-only"),
        Fault("loses the receipts it got", b => b.ChangeProof = p => p with { Row = p.Row[1..] }, "proof-of-sent", "proof-of-receipt"),
    ];

    [Fact]
    public async Task An_endpoint_that_answers_as_the_protocol_says_passes()
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        await using var endpoint = await kit.StartEndpointAsync(new EndpointBehaviour { Partner = kit.ListenOn });

        (await kit.RunAsync(endpoint.Url, Answers.Contains)).ShouldHavePassed();
        (await kit.RunAsync(endpoint.Url, Answers.Contains)).ShouldHavePassed();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_in_answering_is_found_by_its_cases_and_by_no_other(PlantedFault fault)
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        var behaviour = new EndpointBehaviour { Partner = kit.ListenOn };
        fault.Plant(behaviour, kit);
        await using var endpoint = await kit.StartEndpointAsync(behaviour);

        (await kit.RunAsync(endpoint.Url, Answers.Contains)).Failed().ShouldBe(fault.FoundBy, ignoreOrder: true);
    }

    [Fact]
    public async Task This_products_node_answers_as_the_protocol_says()
    {
        using var kit = new Kit { ListenOn = Kit.FreeAddress() };
        await using var node = await OwnNode.StartAsync(kit, kit.ListenOn, builder =>
            builder.Services.AddSingleton(new LinkOptions { BackOffFirst = TimeSpan.FromMilliseconds(20), BackOffMax = TimeSpan.FromMilliseconds(100) }));

        (await kit.RunAsync(node.Url, Answers.Contains)).ShouldHavePassed();
    }

    private static PlantedFault Fault(string name, Action<EndpointBehaviour> plant, params string[] foundBy) => new(name, foundBy) { Plant = (b, _) => plant(b) };
}
