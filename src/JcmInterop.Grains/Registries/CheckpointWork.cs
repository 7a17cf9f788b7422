using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>A checkpoint of this side's journal is to be stated: because of its length, because of its deadline, or because a person asks.</summary>
/// <param name="position">Where the registry stands when the step begins; the checkpoint covers what is durable by then.</param>
/// <param name="party">This side.</param>
/// <param name="isAsked">Whether a person asks, so that it is stated even while an earlier one waits for its cosignature.</param>
internal sealed class CheckpointWork(Func<RegistryPosition> position, PartyCode party, bool isAsked) : RegistryWork
{
    private readonly TaskCompletionSource<Problem?> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<Digest> consistency = [];
    private long earlier;

    public Task<Problem?> Reply => reply.Task;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry)
    {
        var (state, heads) = (position().State, position().Heads);
        earlier = state.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Witnessed))?.TreeSize ?? 0;
        consistency = await LogProofs.ConsistencyAsync(store, registry, earlier, heads.Journal.Position);
    }

    public override void Decide(RegistryStep step, Problem? held) => step.StateCheckpoint(earlier, consistency, isAsked);

    public override void Complete() => reply.TrySetResult(null);

    public override void Fail(Problem problem) => reply.TrySetResult(problem);
}
