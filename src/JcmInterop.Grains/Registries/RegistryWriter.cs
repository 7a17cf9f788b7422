using System.Threading.Channels;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Troubles;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Grains.Registries;

/// <summary>Decides the requests of one registry in the order of their arrival and makes them durable in groups: while one commit is on its way to disk,
/// further requests queue and leave in the next.</summary>
/// <remarks>One loop owns the state. After any failed commit the state is loaded again, so that memory never runs ahead of the store.</remarks>
internal sealed partial class RegistryWriter : IAsyncDisposable
{
    /// <summary>Most requests in one commit.</summary>
    public const int WorksPerCommitMax = 256;

    /// <summary>Commands and messages from which on a commit takes in no further request.</summary>
    public const int CommandsPerCommit = CommandBatchText.CommandsMax;

    /// <summary>Most requests waiting; beyond that, requests are told to come again.</summary>
    public const int WorksWaitingMax = 4096;

    private readonly Channel<RegistryWork> queue = Channel.CreateBounded<RegistryWork>(new BoundedChannelOptions(WorksWaitingMax) { SingleReader = true });
    private readonly RegistryConfiguration configuration;
    private readonly IRegistryStore store;
    private readonly GroupStep steps;
    private readonly TimeProvider time;
    private readonly RegistryConditions conditions;
    private readonly RegistryTail tail;
    private readonly ILogger logger;
    private readonly Action outboxWritten;
    private readonly Action partnerSpoke;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task loop;
    private RegistryPosition? position;
    private volatile RegistryKeys? keys;
    private volatile RegistryHeads? heads;
    private volatile Problem? held;
    private volatile Problem? ended;

    /// <summary>Starts the loop; the first request waits for the state to be loaded.</summary>
    /// <param name="configuration">Which registry.</param>
    /// <param name="store">Where it is kept.</param>
    /// <param name="ids">Ids for the messages it sends.</param>
    /// <param name="time">The clock.</param>
    /// <param name="conditions">Where its condition is told.</param>
    /// <param name="tail">Where those who follow it find what it committed last.</param>
    /// <param name="logger">Where it logs.</param>
    /// <param name="outboxWritten">Told right after a commit that wrote messages to the partner.</param>
    /// <param name="partnerSpoke">Told after every step that took in a genuine message of the partner: its node is there.</param>
    /// <param name="gatheringMax">How long commands may wait for others while a message is on its way, see <see cref="GatheringMax"/>; nothing never lets them wait.</param>
    public RegistryWriter(
        RegistryConfiguration configuration,
        IRegistryStore store,
        IMessageIds ids,
        TimeProvider time,
        RegistryConditions conditions,
        RegistryTail tail,
        ILogger logger,
        Action outboxWritten,
        Action? partnerSpoke = null,
        TimeSpan gatheringMax = default)
    {
        this.configuration = configuration;
        this.store = store;
        steps = new GroupStep(configuration, store, ids);
        this.time = time;
        this.conditions = conditions;
        this.tail = tail;
        this.logger = logger;
        this.outboxWritten = outboxWritten;
        this.partnerSpoke = partnerSpoke ?? (() => { });
        this.gatheringMax = gatheringMax;
        ended = conditions.Of(configuration.Registry).Stopped;
        held = conditions.Of(configuration.Registry).SendingHeld;
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Why the writer takes no more requests; nothing while it does.</summary>
    public Problem? Ended => ended;

    /// <summary>Holds back commands that would send a message, or lifts the hold.</summary>
    public void HoldSending(Problem? problem)
    {
        held = problem;
        conditions.Hold(configuration.Registry, problem);
    }

    /// <summary>Waits until the state has been loaded or could not be.</summary>
    public async Task<Problem?> PrepareAsync()
    {
        await started.Task;
        return ended ?? conditions.Of(configuration.Registry).StoreTrouble;
    }

    public async Task<CommandReply> ExecuteAsync(CommandRequest request)
    {
        if (CommandText.Read(request, out var malformed) is not { } commands) return new CommandReply(CommandReplyKind.Malformed, [], malformed);
        if (commands.Select(command => KeyActs.Unfit(configuration, command, request.Role)).FirstOrDefault(unfit => unfit is not null) is { } unfit)
            return new CommandReply(unfit.Number == NodeProblems.AdministratorNeeded ? CommandReplyKind.Forbidden : CommandReplyKind.Malformed, [], unfit);
        var work = new CommandWork(request, commands);
        return Enqueue(work) is { } problem ? CommandReply.Troubled(problem) : await work.Reply;
    }

    public async Task<MessageReply> ReceiveAsync(ReadOnlyMemory<byte> bytes)
    {
        // Until its own lost messages are back, a restored node could only misunderstand what arrives.
        if (held is { Number: NodeProblems.StoreRestored } restored) return MessageReply.Troubled(restored);
        // Verified before it queues, so that a flood of forged messages does not delay genuine work.
        if (keys is null) await started.Task;
        if (!IncomingMessages.TryVerify(bytes, configuration.Incoming, keys?.Partner ?? configuration.PartnerKeys, time.GetUtcNow(), out var message, out var fault))
        {
            Refused(fault!);
            return MessageReply.Faulty(NodeProblems.Of(fault!));
        }

        var work = new MessageWork(message!, Refused);
        return Enqueue(work) is { } problem ? MessageReply.Troubled(problem) : await work.Reply;
    }

    /// <summary>Keeps verified receipts of the partner, in the order of their messages.</summary>
    /// <returns>Why they could not be kept; nothing when they are.</returns>
    public async Task<Problem?> KeepAsync(IReadOnlyList<KeptReceipt> receipts)
    {
        var work = new ReceiptWork(receipts);
        return Enqueue(work) ?? await work.Reply;
    }

    /// <summary>States a checkpoint of the journal.</summary>
    /// <param name="isAsked">Whether a person asks for it.</param>
    /// <returns>Why it could not be stated; nothing when it was, or when there is nothing new to state.</returns>
    public async Task<Problem?> CheckpointAsync(bool isAsked)
    {
        var work = NewCheckpoint(isAsked);
        return Enqueue(work) ?? await work.Reply;
    }

    /// <summary>Lets the partner's log go on from the checkpoint that its backup holds.</summary>
    /// <param name="heard">The last message of this side that the restored side still has.</param>
    /// <param name="person">Who approves it.</param>
    /// <returns>Why it could not be kept; nothing when it was, or when nothing changes.</returns>
    public async Task<Problem?> SetBackLogAsync(long heard, string person)
    {
        var work = new SetBackWork(configuration.Settings.Partner, heard, person);
        return Enqueue(work) ?? await work.Reply;
    }

    /// <summary>How far both directions of messages have come, once the registry is loaded.</summary>
    /// <returns>Nothing where another writer has left this one behind: an old place told to the partner would look like a store from an old backup.</returns>
    public async Task<RegistryHeadsReply?> HeadsAsync()
    {
        await started.Task;
        return heads is not { } known || await steps.IsLeftBehindAsync(known)
            ? null
            : new RegistryHeadsReply(known.Outgoing.Sequence, Text(known.Outgoing.Hash), known.Incoming.Sequence, Text(known.Incoming.Hash));

        static string Text(Digest hash) => hash.IsNone ? "" : hash.ToBase64Url();
    }

    /// <summary>Tells the partner what this node is, unless a hello still waits for its delivery.</summary>
    public async Task GreetAsync()
    {
        var waiting = await store.NextUndeliveredAsync(configuration.Registry, 1);
        var work = new GreetingWork(waiting is [var first] ? first.Message.RecordedAt : null);
        if (Enqueue(work) is null) await work.Reply;
    }

    public async Task<int> SweepAsync()
    {
        var due = await store.DueAsync(time.GetUtcNow(), IDeadlineStore.PageDeadlinesMax);
        var passed = due.Where(d => d.Registry == configuration.Registry).Select(d => d.Id).ToList();
        if (passed.Remove(CheckpointRule.DeadlineId)) await CheckpointAsync(isAsked: false);
        if (passed.Count == 0) return 0;
        var work = new DeadlineWork(passed);
        return Enqueue(work) is null ? await work.Reply : 0;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        tail.Clear();
        ended ??= NodeProblems.Moving(configuration.Registry);
        TellFollowers();
    }

    private Problem? Enqueue(RegistryWork work)
    {
        if (ended is { } problem) return problem;
        if (queue.Writer.TryWrite(work)) return null;
        return queue.Reader.Completion.IsCompleted || loop.IsCompleted
            ? NodeProblems.Moving(configuration.Registry)
            : NodeProblems.Busy(configuration.Registry, WorksWaitingMax);
    }

    private async Task LoopAsync()
    {
        await TryAsync(async () => position = await LoadAsync(), []);
        started.TrySetResult();
        var group = new List<RegistryWork>(WorksPerCommitMax);
        while (await WaitAsync())
        {
            TakeGroup(group);
            if (ended is { } problem) Fail(group, problem);
            else if (group.Count > 0) await TryAsync(() => StepAsync(group), group);
        }
    }

    /// <summary>Runs a piece of work of the loop. Trouble leaves the writer as the store has it; anything unforeseen is a defect and stops the registry.</summary>
    private async Task TryAsync(Func<Task> work, List<RegistryWork> group)
    {
        var attempt = work();
        await attempt.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (attempt.Exception?.InnerException is not { } error) return;
        error = await WithoutStalenessAsync(error);
        position = null;
        switch (error)
        {
            case StoreUnavailableException trouble:
                LogStoreTrouble(configuration.Registry, trouble);
                var problem = NodeProblems.Of(trouble);
                conditions.StoreFailed(configuration.Registry, problem);
                Fail(group, problem);
                break;
            case JournalForkedException forked:
                LogForked(configuration.Registry, forked.Place);
                ended = NodeProblems.Moving(configuration.Registry);
                Fail(group, ended);
                break;
            default:
                LogStopped(configuration.Registry, error);
                ended = NodeProblems.Stopped(configuration.Registry, error.Message);
                conditions.Stop(configuration.Registry, ended);
                Fail(group, ended);
                break;
        }
    }

    // What breaks an invariant on the ground of an old state is no defect of the record.
    private async Task<Exception> WithoutStalenessAsync(Exception error)
    {
        if (error is StoreUnavailableException or JournalForkedException || position is not { Heads: var before }) return error;
        var look = steps.IsLeftBehindAsync(before);
        await ((Task)look).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return look.IsCompletedSuccessfully && await look ? new JournalForkedException(configuration.Registry, $"the journal goes on after {before.Journal.Position}", error) : error;
    }

    private async Task StepAsync(List<RegistryWork> group)
    {
        position ??= await LoadAsync();
        var step = await steps.RunAsync(group, position, WireInstant.Truncate(time.GetUtcNow()), held, async (made, batch) =>
        {
            await store.CommitAsync(batch);
            position = made.After;
            heads = position.Heads;
            tail.Append(batch);
            TellFollowers();
            if (made.IsChangingKeys) keys = RegistryKeys.Of(configuration, position.State);
            conditions.Committed(configuration.Registry, group.Count, batch.After.Journal);
            LogCommitted(configuration.Registry, group.Count, batch.Journal.Count, batch.Outgoing.Count);
        });
        if (IsCheckpointLong()) Enqueue(NewCheckpoint(isAsked: false));
        if (step.IsSending) outboxWritten();
        if (step.IsPartnerThere) partnerSpoke();
        foreach (var work in group) work.Complete();
    }

    private CheckpointWork NewCheckpoint(bool isAsked) => new(() => position!, configuration.Settings.Party, isAsked);

    // One that waits for its cosignature is followed at the deadline.
    private bool IsCheckpointLong() => position is { IsCheckpointDue: true } at && TreeSize(at, CheckpointStage.Stated) is var stated
        && stated <= TreeSize(at, CheckpointStage.Witnessed) && at.Heads.Journal.Position - stated >= configuration.Checkpoints.RowsMax;

    private long TreeSize(RegistryPosition at, CheckpointStage stage) =>
        at.State.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(configuration.Settings.Party, stage))?.TreeSize ?? 0;

    private async Task<RegistryPosition> LoadAsync()
    {
        tail.Clear();
        await store.SettleAsync(configuration.Registry);
        var (loaded, state, items) = await store.LoadStateAsync(configuration.Registry);
        conditions.Loaded(configuration.Registry, loaded.Journal);
        LogLoaded(configuration.Registry, loaded.Journal.Position, items);
        keys = RegistryKeys.Of(configuration, state);
        heads = loaded;
        return new RegistryPosition(state, loaded);
    }

    private void Refused(WireFault fault)
    {
        if (!fault.IsAlarm)
        {
            LogFault(configuration.Registry, fault);
            return;
        }

        LogAlarm(configuration.Registry, fault);
        conditions.Alarm(configuration.Registry);
    }

    private static void Fail(List<RegistryWork> group, Problem problem)
    {
        foreach (var work in group) work.Fail(problem);
    }
}
