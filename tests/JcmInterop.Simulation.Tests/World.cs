using JcmInterop.Domain.Ledger;

namespace JcmInterop.Simulation.Tests;

/// <summary>Two nodes and a network, driven step by step. Everything that happens follows from the steps.</summary>
internal sealed class World
{
    private const int HealingRoundsMax = 2_000;

    private readonly Network network = new();
    private DateTimeOffset time = Setting.Start;

    public World(Node japan, Node thailand) => (Japan, Thailand) = (japan, thailand);

    public Node Japan { get; }

    public Node Thailand { get; }

    /// <summary>How many steps changed what is durable.</summary>
    public int Changes { get; private set; }

    private Node[] Nodes => [Japan, Thailand];

    /// <summary>Runs a history, then heals everything; gives the first law broken, or nothing.</summary>
    public string? Run(IReadOnlyList<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var before = (Japan.Disk.Known, Thailand.Disk.Known);
            Take(steps[i]);
            if (Broken(before) is { } broken) return $"after step {i} ({steps[i]}): {broken}";
        }

        return Heal() is { } unhealed ? $"after healing: {unhealed}" : Sweep() is { } unswept ? $"after the deadlines: {unswept}" : Rows();
    }

    public void Take(Step step)
    {
        var node = step.ByJapan ? Japan : Thailand;
        var now = Now(node);
        switch (step.Kind)
        {
            case StepKind.Command: node.Ask(Commands.Of(step, node.State, node.Settings.Party, now), now); break;
            case StepKind.Commit: node.Commit(now, network); break;
            case StepKind.Send:
                foreach (var sender in Nodes) sender.Send(1 + (step.A % 3), network);
                break;
            case StepKind.Deliver: Deliver(step.A, isKept: false); break;
            case StepKind.Duplicate: Deliver(step.A, isKept: true); break;
            case StepKind.Lose: network.Lose(step.A); break;
            case StepKind.Partition: network.IsBroken = step.A % 4 == 0; break;
            case StepKind.Crash: node.Crash(); break;
            case StepKind.CrashAt: node.CrashAt = (CrashPoint)(1 + (step.A % 3)); break;
            case StepKind.Restart: node.Restart(); break;
            case StepKind.DiskFull: node.Disk.FullFor = 1 + (step.A % 2); break;
            case StepKind.ClockJump: node.ClockOffset = step.B % 3 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes((step.A - 500) * (step.B % 3 == 1 ? 10 : 0.01)); break;
            case StepKind.Wait: time = time.AddMinutes(1 + (step.A % (step.B % 8 == 0 ? 6_000 : 60))); break;
            default: throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "No such step.");
        }
    }

    private DateTimeOffset Now(Node node) => time + node.ClockOffset;

    private void Deliver(int choice, bool isKept)
    {
        if (network.Take(choice, isKept) is not { } taken) return;
        var to = taken.ToJapan ? Japan : Thailand;
        if (taken.What is Parcel parcel) to.Receive(parcel, Now(to), network);
        else to.Answered((Answer)taken.What, Now(to));
        if (choice % 4 != 0) to.Commit(Now(to), network);
    }

    private string? Broken((LedgerState Japan, LedgerState Thailand) before)
    {
        if (Nodes.SelectMany(n => n.Alarms).FirstOrDefault() is { } alarm) return alarm;
        if (ReferenceEquals(before.Japan, Japan.Disk.Known) && ReferenceEquals(before.Thailand, Thailand.Disk.Known)) return null;
        Changes++;
        return Laws();
    }

    private string? Laws() => Nodes.SelectMany(n => LedgerLaws.Check(n.Disk.Known)).Concat(LedgerLaws.CheckPair(Japan.Disk.Known, Thailand.Disk.Known)).FirstOrDefault();

    /// <summary>Law 7: with clocks set, nodes up and the network whole, everything arrives and the two sides agree.</summary>
    public string? Heal()
    {
        network.IsBroken = false;
        foreach (var node in Nodes)
        {
            node.CrashAt = CrashPoint.None;
            node.Disk.FullFor = 0;
            node.ClockOffset = TimeSpan.Zero;
            foreach (var parcel in node.Disk.Outbox.Where(p => p.Message.Envelope.SentAt > time)) time = parcel.Message.Envelope.SentAt;
            node.Restart();
        }

        for (var round = 0; round < HealingRoundsMax; round++)
        {
            while (network.Count > 0) Deliver(0, isKept: false);
            foreach (var node in Nodes) node.Commit(time, network);
            foreach (var node in Nodes) node.Send(8, network);
            if (network.Count == 0 && Nodes.All(n => n.Disk.Delivered == n.Disk.Outbox.Count)) break;
        }

        if (Nodes.SelectMany(n => n.Alarms).FirstOrDefault() is { } alarm) return alarm;
        if (Nodes.FirstOrDefault(n => n.Disk.Delivered != n.Disk.Outbox.Count) is { } stuck)
            return $"Law 7: message {stuck.Disk.Delivered + 1} of {stuck.Settings.Party} never arrives.";
        return Laws() ?? LedgerLaws.CheckConverged(Japan.Disk.Known, Thailand.Disk.Known).FirstOrDefault();
    }

    /// <summary>After all deadlines no transfer is open and nothing is reserved.</summary>
    private string? Sweep()
    {
        time = time.AddDays(61);
        foreach (var node in Nodes)
        {
            foreach (var id in node.Disk.Known.Transfers.Values.Where(t => t.IsReserving).Select(t => t.Offer.Id)) node.Ask(new Domain.Transfers.ExpireTransfer(id), time);
        }

        if (Heal() is { } unhealed) return unhealed;
        return Nodes.SelectMany(n => n.Disk.Known.Transfers.Values).FirstOrDefault(t => t.IsOpen) is { } open ? $"Law 7: transfer {open.Offer.Id} stays {open.State}." : null;
    }

    /// <summary>Laws 8 and 10: rows, journal and memory tell the same.</summary>
    private string? Rows()
    {
        foreach (var node in Nodes)
        {
            var known = StateText.Of(node.Disk.Known);
            if (!known.SequenceEqual(StateText.Of(LedgerState.FromItems(node.Disk.Items.Values)))) return $"Law 10: the rows of {node.Settings.Party} are not its state.";
            if (!known.SequenceEqual(StateText.Of(node.Disk.Journal.Aggregate(LedgerState.Empty, RegistryLedger.Apply)))) return $"Law 10: the journal of {node.Settings.Party} replays to another state.";
        }

        return null;
    }
}
