using System.Reflection;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Recovery;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Memory;

namespace JcmInterop.Simulation.Tests;

/// <summary>Tells the completion and forgets to record it: the units stay on both sides.</summary>
internal sealed class TellsBeforeRecording(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    : Node(configuration, beginning, disk, network, clock)
{
    private protected override (CommitBatch Batch, RegistryPosition After) Kept(CommitBatch batch, RegistryPosition before, RegistryPosition after) =>
        batch.Journal.Any(Batches.IsCompletion) && batch.Outgoing.Count > 0
            ? (batch.With(after: batch.After with { Journal = before.Heads.Journal }, journal: [], state: []), new RegistryPosition(before.State, after.Heads with { Journal = before.Heads.Journal }))
            : (batch, after);
}

/// <summary>Records a completion in the state and not in the journal.</summary>
internal sealed class SkipsTheJournal(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    : Node(configuration, beginning, disk, network, clock)
{
    private protected override (CommitBatch Batch, RegistryPosition After) Kept(CommitBatch batch, RegistryPosition before, RegistryPosition after) =>
        (batch.With(batch.After, journal: [.. batch.Journal.Where(row => !Batches.IsCompletion(row))], batch.State), after);
}

/// <summary>Ends transfers at their deadline and does not tell the partner.</summary>
internal sealed class EndsInSilence(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    : Node(configuration, beginning, disk, network, clock)
{
    private protected override (CommitBatch Batch, RegistryPosition After) Kept(CommitBatch batch, RegistryPosition before, RegistryPosition after) =>
        batch.Audit.Any(a => a.Role == "Node")
            ? (batch.With(batch.After with { Outgoing = before.Heads.Outgoing }, batch.Journal, batch.State, outgoing: []), after with { Heads = after.Heads with { Outgoing = before.Heads.Outgoing } })
            : (batch, after);
}

/// <summary>Takes nothing back after its disk was lost.</summary>
internal sealed class GoesOnFromItsBackup(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    : Node(configuration, beginning, disk, network, clock)
{
    public override RecoveryReport Recover(RecoveryFile file, bool isDryRun) => base.Recover(file, isDryRun: true);
}

/// <summary>Takes back what it was told and not what it had said, and decides that anew.</summary>
internal sealed class ForgetsItsWords(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    : Node(configuration, beginning, disk, network, clock)
{
    public override RecoveryReport Recover(RecoveryFile file, bool isDryRun) => base.Recover(file with { Own = [] }, isDryRun);
}

/// <summary>Trusts whatever names the right key.</summary>
internal sealed class TrustsEverybody : SigningKey
{
    private readonly SigningKey genuine;

    private TrustsEverybody(SigningKey genuine, byte[] secret)
        : base(new Credulous(genuine.Public), secret) => this.genuine = genuine;

    public static TrustsEverybody Of(byte[] secret) => new(CheapKey.Of(secret), secret);

    public override byte[] Sign(ReadOnlySpan<byte> data) => genuine.Sign(data);

    private sealed class Credulous(VerificationKey genuine) : VerificationKey(genuine.Algorithm, genuine.PublicJwk)
    {
        public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => true;
    }
}

/// <summary>Says a batch is durable when it only will be with the next one: a crash between loses it after the partner was told.</summary>
public class AnswersBeforeDurable : Disk
{
    private MemoryRegistryStore? onDisk;

    internal override void Start() => Durable = onDisk?.Copy() ?? Durable;

    private protected override Task WriteAsync(CommitBatch batch)
    {
        onDisk = Durable.Copy();
        return base.WriteAsync(batch);
    }
}

/// <summary>Does not find what it has received.</summary>
public class ForgetsItsInbox : Disk
{
    private protected override object? Read(MethodInfo method, object?[]? args) =>
        method.Name == nameof(IMessageStore.FindReceivedAsync) ? Task.FromResult<ReceivedMessage?>(null) : base.Read(method, args);
}

/// <summary>Does not find the answers it has given.</summary>
public class ForgetsItsAnswers : Disk
{
    private protected override object? Read(MethodInfo method, object?[]? args) =>
        method.Name == nameof(ICommitStore.FindAnswerAsync) ? Task.FromResult<CommandAnswer?>(null) : base.Read(method, args);
}

/// <summary>Does not offer a message again whose first delivery failed.</summary>
public class SendsOnce : Disk
{
    private protected override object? Read(MethodInfo method, object?[]? args) =>
        method.Name == nameof(IMessageStore.NextUndeliveredAsync) ? LessTriedAsync((Task<IReadOnlyList<SentMessage>>)base.Read(method, args)!) : base.Read(method, args);

    private static async Task<IReadOnlyList<SentMessage>> LessTriedAsync(Task<IReadOnlyList<SentMessage>> all) => [.. (await all).Where(m => m.Delivery.Attempts == 0)];
}

/// <summary>Writes the ledger and the outbox in two transactions: a full disk can part them.</summary>
public class TearsItsTransaction : Disk
{
    private protected override async Task WriteAsync(CommitBatch batch)
    {
        if (FullFor > 0) await Durable.CommitAsync(batch.With(batch.After with { Outgoing = batch.Before.Outgoing }, batch.Journal, batch.State, outgoing: []));
        await base.WriteAsync(batch);
    }
}

/// <summary>Keeps the messages that a recovery brings back and loses what they did to the state.</summary>
public class TearsItsRecovery : Disk
{
    private protected override Task WriteAsync(CommitBatch batch) =>
        base.WriteAsync(batch.Audit.Any(a => a.Act == "recover-messages") ? batch.With(batch.After, batch.Journal, state: []) : batch);
}
