using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Registries;

/// <summary>One request waiting for its step, and where its answer goes.</summary>
internal abstract class RegistryWork
{
    /// <summary>Reads what the decision needs from the store; requests of one step do this side by side.</summary>
    public virtual Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) => Task.CompletedTask;

    /// <summary>Decides the request and keeps the answer back.</summary>
    public abstract void Decide(RegistryStep step, Problem? held);

    /// <summary>Gives the answer, now that the step is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers that the step was not kept.</summary>
    public abstract void Fail(Problem problem);
}

/// <summary>A command of a person.</summary>
internal sealed class CommandWork(CommandRequest request, LedgerCommand command) : RegistryWork
{
    private readonly TaskCompletionSource<CommandReply> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Digest bodyHash = Digest.Of(request.Body);
    private CommandAnswer? known;
    private CommandReply? decided;

    public Task<CommandReply> Reply => reply.Task;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) =>
        known = await store.FindAnswerAsync(registry, request.IdempotencyKey);

    public override void Decide(RegistryStep step, Problem? held) =>
        decided = (known ?? step.FindAnswer(request.IdempotencyKey)) is { } answer
            ? Again(answer)
            : step.Execute(request, command, bodyHash, held);

    public override void Complete() => reply.TrySetResult(decided!);

    public override void Fail(Problem problem) => reply.TrySetResult(CommandReply.Troubled(problem));

    private CommandReply Again(CommandAnswer answer) => answer.BodyHash == bodyHash
        ? new CommandReply(CommandAnswerText.KindOf(answer.Answer.Span), answer.Answer.ToArray(), null)
        : new CommandReply(CommandReplyKind.KeyReused, [], NodeProblems.Reused(request.IdempotencyKey));
}

/// <summary>A message of the partner, verified.</summary>
internal sealed class MessageWork(SignedMessage message, Action<WireFault> refused) : RegistryWork
{
    private readonly TaskCompletionSource<MessageReply> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceivedMessage? known;
    private MessageReply? decided;

    public Task<MessageReply> Reply => reply.Task;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) =>
        known = await store.FindReceivedAsync(registry, message.Envelope.Id) ?? await store.FindReceivedAsync(registry, message.Envelope.Sequence);

    public override void Decide(RegistryStep step, Problem? held)
    {
        decided = step.Receive(message, known ?? step.FindReceived(message.Envelope.Id, message.Envelope.Sequence), out var fault);
        if (fault is not null) refused(fault);
    }

    public override void Complete() => reply.TrySetResult(decided!);

    public override void Fail(Problem problem) => reply.TrySetResult(MessageReply.Troubled(problem));
}

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
