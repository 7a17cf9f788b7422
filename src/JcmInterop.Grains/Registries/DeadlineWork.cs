using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>Deadlines that have passed.</summary>
internal sealed class DeadlineWork(IReadOnlyList<TransferId> transfers) : RegistryWork
{
    private readonly TaskCompletionSource<int> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int ended;

    public Task<int> Reply => reply.Task;

    public override void Decide(RegistryStep step, Problem? held) => ended = transfers.Count(step.Expire);

    public override void Complete() => reply.TrySetResult(ended);

    public override void Fail(Problem problem) => reply.TrySetResult(0);
}
