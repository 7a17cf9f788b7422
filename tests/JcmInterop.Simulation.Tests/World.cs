using JcmInterop.Domain.Ledger;

namespace JcmInterop.Simulation.Tests;

/// <summary>Two nodes and a network, driven step by step on one thread. Everything that happens follows from the steps.</summary>
internal sealed class World
{
    private const int HealingRoundsMax = 2_000;

    private static readonly TimeSpan StepTime = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(40);

    private readonly Network network;
    private readonly Keys keys;
    private readonly Rotations rotations = new();

    public World(Keys keys, Func<World, Network, Node> japan, Func<World, Network, Node> thailand)
    {
        (this.keys, network) = (keys, new Network());
        (Japan, Thailand) = (japan(this, network), thailand(this, network));
    }

    public DateTimeOffset Time { get; set; } = Setting.Start;

    /// <summary>Whether the records are checked from their first row on at the end.</summary>
    public bool IsThorough { get; init; } = true;

    public Node Japan { get; }

    public Node Thailand { get; }

    /// <summary>How many steps changed what is durable.</summary>
    public int Changes { get; private set; }

    public Node[] Nodes => [Japan, Thailand];

    /// <summary>Runs a history, then heals everything; gives the first law broken, or nothing.</summary>
    public string? Run(IReadOnlyList<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var before = (Japan.State, Thailand.State);
            Time += StepTime;
            Take(steps[i]);
            if (Broken(before) is { } broken) return $"after step {i} ({steps[i]}): {broken}";
        }

        return Heal() is { } unhealed ? $"after healing: {unhealed}" : EndOfDeadlines() is { } open ? $"after the deadlines: {open}" : Records.Violation(this, IsThorough);
    }

    /// <summary>Law 7: with clocks set, nodes up and the network whole, everything arrives and the two sides agree.</summary>
    public string? Heal()
    {
        network.IsBroken = false;
        foreach (var node in Nodes) Mend(node);

        for (var round = 0; round < HealingRoundsMax && !IsQuiet(); round++)
        {
            Time += StepTime;
            while (network.Count > 0) Deliver(0, isKept: false, isCommitted: false);
            foreach (var node in Nodes) node.Commit();
            if (network.Count > 0) continue;
            foreach (var node in Nodes)
            {
                node.Courier.TimeOut();
                node.Courier.Retry();
                node.Courier.Turn();
            }
        }

        if (Alarm() is { } alarm) return alarm;
        if (Nodes.FirstOrDefault(n => !IsDelivered(n)) is { } stuck) return $"Law 7: a message of {stuck.Party} never arrives: {stuck.Courier.Error}";
        return LawsOf(Japan, Thailand).Concat(LedgerLaws.CheckConverged(Japan.State, Thailand.State)).FirstOrDefault();
    }

    private void Take(Step step)
    {
        var node = step.ByJapan ? Japan : Thailand;
        switch (step.Kind)
        {
            case StepKind.Command: node.Ask(Commands.Of(step, node.State, node.Party, node.Clock.GetUtcNow()), isTriedFirst: step.A % 8 == 1); break;
            case StepKind.Repeat: node.AskAgain(step.A); break;
            case StepKind.Sweep: node.Sweep(); break;
            case StepKind.Commit: node.Commit(); break;
            case StepKind.Send:
                foreach (var sender in Nodes) sender.Courier.Turn();
                break;
            case StepKind.Deliver: Deliver(step.A, isKept: false, isCommitted: step.B % 4 != 0); break;
            case StepKind.Duplicate: Deliver(step.A, isKept: true, isCommitted: step.B % 4 != 0); break;
            case StepKind.Lose: network.Take(step.A, isKept: false); break;
            case StepKind.TimeOut: node.Courier.TimeOut(); break;
            case StepKind.Retry: node.Courier.Retry(); break;
            case StepKind.Forge: Forge(step); break;
            case StepKind.Rotate: rotations.Take(node, Other(node), keys, Time, Overlap); break;
            case StepKind.Partition: network.IsBroken = step.A % 4 == 0; break;
            case StepKind.Crash: node.Crash(); break;
            case StepKind.CrashAt: node.CrashAt = (CrashPoint)(1 + (step.A % (Enum.GetValues<CrashPoint>().Length - 1))); break;
            case StepKind.Restart: node.Restart(); break;
            case StepKind.DiskFull: node.Disk.FullFor = 1 + (step.A % 2); break;
            case StepKind.ClockJump: node.Clock.Offset = step.B % 3 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes((step.A - 500) * (step.B % 3 == 1 ? 10 : 0.01)); break;
            case StepKind.BackUp: node.Disk.CopyNow(); break;
            case StepKind.SetBack: SetBack(node); break;
            case StepKind.Wait: Time = Time.AddMinutes(1 + (step.A % (step.B % 8 == 0 ? 6_000 : 60))); break;
            default: throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "No such step.");
        }
    }

    // Restoring a store takes people hours: nothing on its way outlives it, and clocks and the other side are in order.
    private void SetBack(Node node)
    {
        if (!Restoration.IsDue(node)) return;
        network.Clear();
        network.IsBroken = false;
        Mend(Other(node));
        Other(node).Courier.TimeOut();
        Other(node).Commit();
        node.Crash();
        node.Disk.FullFor = 0;
        node.Clock.Offset = TimeSpan.Zero;
        Restoration.Recover(node, Other(node));
        node.Restart();
    }

    private void Mend(Node node)
    {
        node.CrashAt = CrashPoint.None;
        node.Disk.FullFor = 0;
        node.Clock.Offset = TimeSpan.Zero;
        node.Restart();
        if (node.Heads.Outgoing.SentAt > Time) Time = node.Heads.Outgoing.SentAt;
    }

    private Node Other(Node node) => node == Japan ? Thailand : Japan;

    private void Deliver(int choice, bool isKept, bool isCommitted)
    {
        if (network.Take(choice, isKept) is not { } taken) return;
        var to = taken.ToJapan ? Japan : Thailand;
        if (taken is Parcel.Request request) to.Receive(request);
        else to.Courier.Answered((Parcel.Reply)taken);
        if (isCommitted) to.Commit();
    }

    /// <summary>Somebody on the way sends a message back to its sender, or on with one character changed.</summary>
    private void Forge(Step step)
    {
        if (network.Message(step.A) is not { Bytes: { } bytes } copied) return;
        if (step.B % 4 == 0)
        {
            (copied.ToJapan ? Thailand : Japan).Receive(copied with { Exchange = 0 }, isForged: true);
            return;
        }

        var changed = bytes.ToArray();
        var at = ((step.B * 1_000) + step.C) % changed.Length;
        changed[at] = changed[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        (copied.ToJapan ? Japan : Thailand).Receive(copied with { Exchange = 0, Bytes = changed }, isForged: true);
    }

    private string? Broken((LedgerState Japan, LedgerState Thailand) before)
    {
        if (Alarm() is { } alarm) return alarm;
        Node[] changed = [.. Nodes.Where(n => !ReferenceEquals(n.State, n.IsJapan ? before.Japan : before.Thailand))];
        if (changed.Length == 0) return null;
        Changes++;
        return LawsOf(changed).FirstOrDefault();
    }

    private string? Alarm() => Nodes.SelectMany(n => n.Alarms).FirstOrDefault();

    private IEnumerable<string> LawsOf(params Node[] changed) => changed
        .SelectMany(n => LedgerLaws.Check(n.State).Concat(n.State.Faults.Values.Select(f => $"An honest message met a fault at {n.Party}: {f.English}")))
        .Concat(LedgerLaws.CheckPair(Japan.State, Thailand.State));

    private bool IsQuiet() => network.Count == 0 && Nodes.All(n => n.IsIdle && IsDelivered(n));

    private static bool IsDelivered(Node node) => node.Disk.Store.NextUndeliveredAsync(node.Configuration.Registry, 1).GetAwaiter().GetResult().Count == 0;

    /// <summary>After all deadlines no transfer is open and nothing is reserved.</summary>
    private string? EndOfDeadlines()
    {
        Time = Time.AddDays(61);
        foreach (var node in Nodes)
        {
            rotations.Finish(node, keys);
            node.Sweep();
        }

        if (Heal() is { } unhealed) return unhealed;
        return Nodes.SelectMany(n => n.State.Transfers.Values).FirstOrDefault(t => t.IsOpen) is { } open ? $"Law 7: transfer {open.Offer.Id} stays {open.State}." : null;
    }
}
