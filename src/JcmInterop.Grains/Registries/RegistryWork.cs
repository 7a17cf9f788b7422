using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Storage;

namespace JcmInterop.Grains.Registries;

/// <summary>One request waiting for its step, and where its answer goes.</summary>
internal abstract class RegistryWork
{
    /// <summary>How many commands or messages it is.</summary>
    public virtual int Size => 1;

    /// <summary>Whether the decision may be another one once it has been looked up whether the request was taken before.</summary>
    public virtual bool IsDoubtful => false;

    /// <summary>Reads what the decision cannot do without; requests of one step do this side by side.</summary>
    public virtual Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) => Task.CompletedTask;

    /// <summary>Reads whether the request was taken before; only for a step that is doubtful, or that the store did not take.</summary>
    public virtual Task LookUpAsync(IRegistryStore store, BilateralRegistryId registry) => Task.CompletedTask;

    /// <summary>Decides the request and keeps the answer back.</summary>
    public abstract void Decide(RegistryStep step, Problem? held);

    /// <summary>Gives the answer, now that the step is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers that the step was not kept.</summary>
    public abstract void Fail(Problem problem);
}
