using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Storage;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Grains.Registries;

/// <summary>A message of the partner, verified.</summary>
internal sealed class MessageWork(SignedMessage message, Action<WireFault> refused) : RegistryWork
{
    private readonly TaskCompletionSource<MessageReply> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceivedMessage? known;
    private MessageReply? decided;

    public Task<MessageReply> Reply => reply.Task;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry) =>
        known = await store.FindReceivedAsync(registry, message.Envelope.Id, message.Envelope.Sequence);

    public override void Decide(RegistryStep step, Problem? held)
    {
        decided = step.Receive(message, known ?? step.FindReceived(message.Envelope.Id, message.Envelope.Sequence), out var fault);
        if (fault is not null) refused(fault);
    }

    public override void Complete() => reply.TrySetResult(decided!);

    public override void Fail(Problem problem) => reply.TrySetResult(MessageReply.Troubled(problem));
}
