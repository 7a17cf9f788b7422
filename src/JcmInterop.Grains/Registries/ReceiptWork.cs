using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage;

namespace JcmInterop.Grains.Registries;

/// <summary>Receipts the partner gave, verified, in the order of their messages.</summary>
internal sealed class ReceiptWork(IReadOnlyList<KeptReceipt> receipts) : RegistryWork
{
    private readonly TaskCompletionSource<Problem?> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Digest> messages = [];

    public Task<Problem?> Reply => reply.Task;

    /// <summary>Number of the last message they are for.</summary>
    public long LastSequence => receipts[^1].Sequence;

    public override async Task PrepareAsync(IRegistryStore store, BilateralRegistryId registry)
    {
        foreach (var receipt in receipts)
        {
            if (receipt.MessageHash is { } hash)
            {
                messages.Add(new Digest(hash));
                continue;
            }

            var sent = await store.FindSentAsync(registry, receipt.Sequence)
                ?? throw new InvalidOperationException($"There is a receipt for message {receipt.Sequence} of {registry}, which was never sent.");
            messages.Add(sent.Message.Hash);
        }
    }

    public override void Decide(RegistryStep step, Problem? held)
    {
        foreach (var (receipt, message) in receipts.Zip(messages))
            if (!step.Deliver(receipt, message)) return;
    }

    public override void Complete() => reply.TrySetResult(null);

    public override void Fail(Problem problem) => reply.TrySetResult(problem);
}
