using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Recovery;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Recovery;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Simulation.Tests;

/// <summary>One side: the product's step, messages, ledger and store, committed when the history says so. <see cref="Courier"/> is its link.</summary>
internal class Node : IReceiptKeeper
{
    private readonly List<Pending> pending = [];
    private readonly CountedIds ids;
    private readonly Network network;
    private RegistryPosition? position;

    public Node(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock)
    {
        (Configuration, Beginning, Disk, this.network, Clock) = (configuration, beginning, disk, network, clock);
        Courier = new Courier(this, network);
        Start();
        ids = new CountedIds(configuration.Settings.Party, Heads.Outgoing.Sequence);
        Clients = new Clients(Alarms, $"from-{Heads.Journal.Position}");
    }

    public RegistryConfiguration Configuration { get; set; }

    public Beginning Beginning { get; }

    public Disk Disk { get; }

    public SkewedClock Clock { get; }

    public Courier Courier { get; }

    /// <summary>What it committed last since it started.</summary>
    public RegistryTail Tail { get; } = new();

    public Clients Clients { get; private set; }

    /// <summary>The last state known to be durable.</summary>
    public LedgerState State { get; private set; } = LedgerState.Empty;

    public RegistryHeads Heads { get; private set; } = RegistryHeads.Empty;

    public bool IsUp { get; private set; } = true;

    public bool IsIdle => pending.Count == 0;

    public CrashPoint CrashAt { get; set; }

    /// <summary>What must never happen between two honest sides.</summary>
    public List<string> Alarms { get; } = [];

    /// <summary>How often it stopped at each point, met a full disk, and answered a repetition.</summary>
    public Dictionary<string, int> Met { get; } = new(StringComparer.Ordinal);

    public PartyCode Party => Configuration.Settings.Party;

    public bool IsJapan => Party == PartyCode.Japan;

    public void Ask(LedgerCommand command, bool isTriedFirst = false)
    {
        if (!IsUp) return;
        foreach (var work in Clients.Ask(command, isTriedFirst)) pending.Add(new Pending(work));
    }

    public void AskAgain(int choice)
    {
        if (IsUp && Clients.AskAgain(choice) is { } work) pending.Add(new Pending(work));
    }

    public void Sweep()
    {
        if (!IsUp) return;
        var due = Disk.Store.DueAsync(Clock.GetUtcNow(), IDeadlineStore.PageDeadlinesMax).GetAwaiter().GetResult();
        if (due.Any(d => d.Id == CheckpointRule.DeadlineId)) pending.Add(new Pending(new CheckpointWork(() => position!, Party, isAsked: false)));
        var passed = due.Select(d => d.Id).Where(id => id != CheckpointRule.DeadlineId).ToList();
        if (passed.Count > 0) pending.Add(new Pending(new DeadlineWork(passed)));
    }

    /// <summary>Takes a request of the partner, or one that somebody forged.</summary>
    public void Receive(Parcel.Request request, bool isForged = false)
    {
        if (!IsUp) network.Send(new Parcel.Reply(!IsJapan, request.Exchange, new PartnerAnswer.Unreachable("The node is down.")));
        else if (request.Bytes is not { } bytes) network.Send(new Parcel.Reply(!IsJapan, request.Exchange, new PartnerAnswer.Time(WireInstant.Truncate(Clock.GetUtcNow()))));
        else if (!IncomingMessages.TryVerify(bytes, Configuration.Incoming, Configuration.PartnerKeys, Clock.GetUtcNow(), out var message, out var fault))
            Answer(request.Exchange, Faulty(fault!, isForged));
        else
        {
            if (isForged) Alarms.Add("A forged message was taken for genuine.");
            pending.Add(new Pending(new MessageWork(message!, f => Faulty(f, isForged)), request.Exchange));
        }
    }

    /// <summary>The link hands over what it verified; the next commit keeps it.</summary>
    public Task<Problem?> KeepAsync(KeptReceipt[] receipts)
    {
        var kept = new TaskCompletionSource<Problem?>();
        if (!Stops(CrashPoint.AfterReceiptBeforeKeeping)) pending.Add(new Pending(new ReceiptWork(receipts), 0, kept));
        return kept.Task;
    }

    /// <summary>Decides everything that waits as one step and makes it durable; only then answers.</summary>
    public void Commit()
    {
        if (!IsUp || pending.Count == 0 || Stops(CrashPoint.BeforeCommit)) return;
        position ??= Load();
        var isKept = true;
        var steps = new GroupStep(Configuration, Disk.Store, ids);
        steps.RunAsync([.. pending.Select(waiting => waiting.Work)], position, WireInstant.Truncate(Clock.GetUtcNow()), Courier.Hold, (step, batch) =>
        {
            isKept = IsKept(batch, step.After);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        if (!isKept) return;
        if (Stops(CrashPoint.AfterCommitBeforeAnswer)) return;
        Pending[] done = [.. pending];
        pending.Clear();
        foreach (var waiting in done) waiting.Work.Complete();
        Clients.Compare();
        foreach (var waiting in done)
        {
            if (!IsUp) return;
            if (waiting.Work is MessageWork message) Answer(waiting.Exchange, Courier.AnswerOf(message.Reply.Result));
            waiting.Kept?.SetResult(null);
        }

        Courier.Look();
    }

    public bool Stops(CrashPoint point)
    {
        if (CrashAt != point || !IsUp) return false;
        Count(point.ToString());
        Crash();
        return true;
    }

    public void Crash()
    {
        IsUp = false;
        CrashAt = CrashPoint.None;
        pending.Clear();
        Courier.Drop();
        Clients.Drop();
    }

    public void Restart()
    {
        if (IsUp) return;
        IsUp = true;
        Start();
    }

    /// <summary>A person lets the partner's log go on from its backup.</summary>
    public void Approve(PartyCode restored, long heard)
    {
        pending.Add(new Pending(new SetBackWork(restored, heard, "tester")));
        Commit();
    }

    /// <summary>A person brings back what the stopped node lost.</summary>
    public virtual RecoveryReport Recover(RecoveryFile file, bool isDryRun)
    {
        var report = new RegistryRecovery(Configuration, Disk.Store, ids, Clock).RunAsync(file, "tester", isDryRun).GetAwaiter().GetResult();
        // The answers that were given after the backup are forgotten; whoever asks has new requests.
        if (!isDryRun) Clients = new Clients(Alarms, $"restored-{Met.GetValueOrDefault("Recovered")}");
        return report;
    }

    public void Count(string what) => Met[what] = Met.GetValueOrDefault(what) + 1;

    /// <summary>What is written of a step and where the node then believes to be; a planted bug changes it.</summary>
    private protected virtual (CommitBatch Batch, RegistryPosition After) Kept(CommitBatch batch, RegistryPosition before, RegistryPosition after) => (batch, after);

    private void Start()
    {
        Disk.Start();
        Tail.Clear();
        position = Load();
        Courier.Start();
    }

    private bool IsKept(CommitBatch batch, RegistryPosition after)
    {
        (batch, after) = Kept(batch, position!, after);
        try
        {
            Disk.Store.CommitAsync(batch).GetAwaiter().GetResult();
            (position, State, Heads) = (after, after.State, after.Heads);
            Tail.Append(batch);
            return true;
        }
        catch (StoreFullException full)
        {
            Count("DiskFull");
            position = null;
            Pending[] failed = [.. pending];
            pending.Clear();
            Clients.Drop();
            foreach (var waiting in failed)
            {
                if (waiting.Work is MessageWork) Answer(waiting.Exchange, new PartnerAnswer.Unreachable("The disk is full."));
                waiting.Kept?.SetResult(NodeProblems.Of(full));
            }

            return false;
        }
    }

    private RegistryPosition Load()
    {
        var image = Disk.Store.LoadAsync(Configuration.Registry).GetAwaiter().GetResult();
        var loaded = new RegistryPosition(Beginning.Load(image), image.Heads);
        (State, Heads) = (loaded.State, loaded.Heads);
        return loaded;
    }

    private PartnerAnswer.Refusal Faulty(WireFault fault, bool isForged)
    {
        Count(fault.Kind.ToString());
        var isExpected = isForged || fault.Kind is WireFaultKind.SentInFuture or WireFaultKind.KeyOutOfValidity;
        if (!isExpected) Alarms.Add($"{Party} does not take an honest message: {fault.English}");
        return Courier.RefusalOf(fault);
    }

    private void Answer(long exchange, PartnerAnswer answer) => network.Send(new Parcel.Reply(!IsJapan, exchange, answer));

    private sealed record Pending(RegistryWork Work, long Exchange = 0, TaskCompletionSource<Problem?>? Kept = null);
}
