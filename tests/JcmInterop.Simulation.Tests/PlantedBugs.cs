using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Simulation.Tests;

/// <summary>Tells the completion and forgets to record it: the units stay on both sides.</summary>
internal sealed class TellsBeforeRecording(LedgerSettings settings, Wire wire, Disk disk) : Node(settings, wire, disk)
{
    protected override Outcome.Accepted Kept(Outcome.Accepted accepted, LedgerState before) =>
        accepted.Messages.Any(m => m is TransferCompletion) ? accepted with { Events = [], After = before } : accepted;
}

/// <summary>Records a completion in the state and not in the journal.</summary>
internal sealed class SkipsTheJournal(LedgerSettings settings, Wire wire, Disk disk) : Node(settings, wire, disk)
{
    protected override Outcome.Accepted Kept(Outcome.Accepted accepted, LedgerState before) =>
        accepted with { Events = [.. accepted.Events.Where(e => e is not TransferCompleted)] };
}

/// <summary>Says a batch is durable when it only will be with the next one: a crash between loses it after the partner was told.</summary>
internal sealed class AnswersBeforeDurable : Disk
{
    private Disk? durable;

    public override bool Commit(Batch batch)
    {
        durable = CopyTo(new Disk());
        return base.Commit(batch);
    }

    public override LedgerState Read()
    {
        durable?.CopyTo(this);
        return base.Read();
    }
}

/// <summary>Forgets at a start which messages it has received.</summary>
internal sealed class ForgetsItsInbox : Disk
{
    private bool hasStarted;

    public override LedgerState Read()
    {
        if (hasStarted) Inbox = [];
        hasStarted = true;
        return base.Read();
    }
}

/// <summary>Writes the ledger and the outbox in two transactions: a full disk can part them.</summary>
internal sealed class TearsItsTransaction : Disk
{
    public override bool Commit(Batch batch)
    {
        if (FullFor > 0) Write(batch with { Outgoing = [] });
        return base.Commit(batch);
    }
}
