using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>The hello of a node that starts.</summary>
/// <param name="oldestWaiting">When the oldest message that waits for its delivery was recorded; nothing where none waits.</param>
internal sealed class GreetingWork(DateTimeOffset? oldestWaiting) : RegistryWork
{
    private readonly TaskCompletionSource reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reply => reply.Task;

    public override void Decide(RegistryStep step, Problem? held)
    {
        if (held is null) step.Greet(oldestWaiting);
    }

    public override void Complete() => reply.TrySetResult();

    public override void Fail(Problem problem) => reply.TrySetResult();
}
