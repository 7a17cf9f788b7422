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
    private bool isLookedUp;
    private ReceivedMessage? known;
    private WireFault? fault;
    private MessageReply? decided;

    public Task<MessageReply> Reply => reply.Task;

    // The store takes one message under an id; what is not recorded anew may have been recorded before.
    public override bool IsDoubtful => !isLookedUp && decided is not { Kind: MessageReplyKind.Receipted };

    public override async Task LookUpAsync(IRegistryStore store, BilateralRegistryId registry)
    {
        known = await store.FindReceivedAsync(registry, message.Envelope.Id, message.Envelope.Sequence);
        isLookedUp = true;
    }

    public override void Decide(RegistryStep step, Problem? held) =>
        decided = step.Receive(message, known ?? step.FindReceived(message.Envelope.Id, message.Envelope.Sequence), out fault);

    public override void Complete()
    {
        if (fault is not null) refused(fault);
        reply.TrySetResult(decided!);
    }

    public override void Fail(Problem problem) => reply.TrySetResult(MessageReply.Troubled(problem));
}
