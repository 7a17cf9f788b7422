using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace JcmInterop.Grains.Registries;

/// <inheritdoc cref="IBilateralRegistryGrain"/>
[Reentrant]
internal sealed class BilateralRegistryGrain(
    NodeRegistries registries,
    IRegistryStore store,
    IMessageIds ids,
    TimeProvider time,
    RegistryConditions conditions,
    RegistryTails tails,
    ILogger<BilateralRegistryGrain> logger) : Grain, IBilateralRegistryGrain, IAsyncDisposable
{
    private RegistryWriter writer = null!;
    private bool hasMet;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var link = GrainFactory.GetGrain<IPartnerLinkGrain>(this.GetPrimaryKeyString());
        var configuration = registries.Find(this.GetPrimaryKeyString());
        writer = new RegistryWriter(
            configuration, store, ids, time, conditions, tails.Of(configuration.Registry), logger, () => _ = link.Wake(), () => _ = link.PartnerIsBack(),
            RegistryWriter.GatheringMax);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await writer.DisposeAsync();

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    public async Task<CommandReply> Execute(CommandRequest request)
    {
        var reply = await writer.ExecuteAsync(request);
        LeaveIfMoving(reply.Problem);
        return reply;
    }

    public async Task<MessageReply> Receive(byte[] bytes)
    {
        var reply = await Task.Run(() => writer.ReceiveAsync(bytes));
        LeaveIfMoving(reply.Problem);
        return reply;
    }

    public async Task<Problem?> Keep(KeptReceipt[] receipts)
    {
        var problem = await writer.KeepAsync(receipts);
        LeaveIfMoving(problem);
        return problem;
    }

    public Task<Problem?> StateCheckpoint() => writer.CheckpointAsync(isAsked: true);

    public Task<Problem?> SetBackPartnerLog(long heard, string person) => writer.SetBackLogAsync(heard, person);

    public Task Greet() => writer.GreetAsync();

    public Task<RegistryHeadsReply?> Heads() => writer.HeadsAsync();

    public Task<bool> Beyond(long position, TimeSpan atMost) => writer.BeyondAsync(position, atMost);

    public async Task<int> Sweep()
    {
        hasMet = hasMet || await GrainFactory.GetGrain<IPartnerLinkGrain>(this.GetPrimaryKeyString()).HasMet();
        var swept = hasMet ? await writer.SweepAsync() : 0;
        LeaveIfMoving(writer.Ended);
        return swept;
    }

    public Task HoldSending(Problem? problem)
    {
        writer.HoldSending(problem);
        return Task.CompletedTask;
    }

    public async Task<Problem?> Prepare()
    {
        var problem = await writer.PrepareAsync();
        LeaveIfMoving(problem);
        return problem;
    }

    // The next activation loads what the other writer left.
    private void LeaveIfMoving(Problem? problem)
    {
        if (problem is { Number: NodeProblems.RegistryMoving }) DeactivateOnIdle();
    }
}
