using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>Deadlines that have passed.</summary>
internal sealed class DeadlineWork(IReadOnlyList<string> ids) : RegistryWork
{
    private readonly TaskCompletionSource<int> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int ended;

    public Task<int> Reply => reply.Task;

    public override void Decide(RegistryStep step, Problem? held)
    {
        if (held is { Number: NodeProblems.StoreRestored }) return;
        ended = ids.Where(id => !Deadlines.IsQuestion(id)).Count(id => step.Expire(Deadlines.Transfer(id)));
        List<TransferId> questions = [.. ids.Where(Deadlines.IsQuestion).Select(Deadlines.Transfer)];
        if (questions.Count > 0) step.AskStatus(questions);
    }

    public override void Complete() => reply.TrySetResult(ended);

    public override void Fail(Problem problem) => reply.TrySetResult(0);
}
