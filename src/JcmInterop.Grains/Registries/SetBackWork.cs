using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Recovery;
using JcmInterop.Storage;

namespace JcmInterop.Grains.Registries;

/// <summary>A person approves that the partner's log goes on from the checkpoint that its backup holds.</summary>
/// <param name="partner">The restored side.</param>
/// <param name="heard">The last message of this side that the restored side still has.</param>
/// <param name="person">Who approves it.</param>
internal sealed class SetBackWork(PartyCode partner, long heard, string person) : RegistryWork
{
    private readonly TaskCompletionSource<Problem?> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CheckpointRecord? shared;

    public Task<Problem?> Reply => reply.Task;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) => shared = await SharedCheckpoint.FindAsync(store, registry, partner, heard);

    public override void Decide(RegistryStep step, Problem? held) => step.SetBackLog(partner, shared, person);

    public override void Complete() => reply.TrySetResult(null);

    public override void Fail(Problem problem) => reply.TrySetResult(problem);
}
