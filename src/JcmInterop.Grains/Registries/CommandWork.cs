using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Grains.Registries;

/// <summary>A command of a person, or a batch of them.</summary>
internal sealed class CommandWork(CommandRequest request, IReadOnlyList<LedgerCommand> commands) : RegistryWork
{
    private readonly TaskCompletionSource<CommandReply> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Digest bodyHash = Digest.Of(request.Body);
    private bool isLookedUp;
    private CommandAnswer? known;
    private CommandReply? decided;

    public Task<CommandReply> Reply => reply.Task;

    public override int Size => commands.Count;

    // The store takes one answer under a key; what gives none has to ask.
    public override bool IsDoubtful => !isLookedUp && (request.IsDryRun || decided is not { Kind: CommandReplyKind.Accepted or CommandReplyKind.Refused });

    public override async Task LookUpAsync(IRegistryStore store, BilateralRegistryId registry)
    {
        known = await store.FindAnswerAsync(registry, request.IdempotencyKey);
        isLookedUp = true;
    }

    public override void Decide(RegistryStep step, Problem? held) =>
        decided = (known ?? step.FindAnswer(request.IdempotencyKey)) is { } answer
            ? Again(answer)
            : step.Execute(request, commands, bodyHash, held);

    public override void Complete() => reply.TrySetResult(decided!);

    public override void Fail(Problem problem) => reply.TrySetResult(CommandReply.Troubled(problem));

    private CommandReply Again(CommandAnswer answer) => answer.BodyHash == bodyHash
        ? new CommandReply(CommandAnswerText.KindOf(answer.Answer.Span), answer.Answer.ToArray(), null)
        : new CommandReply(CommandReplyKind.KeyReused, [], NodeProblems.Reused(request.IdempotencyKey));
}
