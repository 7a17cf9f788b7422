namespace JcmInterop.Grains.Registries;

/// <content>Which requests go into one commit, and which wait a moment for others.</content>
internal sealed partial class RegistryWriter
{
    /// <summary>How long commands wait at most while a message is on its way to the partner, so that the messages they bring about leave as one: theirs would wait
    /// in the outbox all the same, and each would cost both sides a commit of its own.</summary>
    /// <remarks>Receipts wait as long for something to be kept with them: until then they are only known to have been given, and would be given again.</remarks>
    public static readonly TimeSpan GatheringMax = TimeSpan.FromMilliseconds(50);

    private readonly TimeSpan gatheringMax;
    private readonly List<RegistryWork> gathered = new(WorksPerCommitMax);
    private Task<bool>? arrival;
    private long gatheringSince;
    private long deliveredBefore;
    private long stuckBehind = -1;

    /// <summary>Waits for the next request, or until what was gathered has to leave.</summary>
    /// <returns>Whether there is anything left to do.</returns>
    private async Task<bool> WaitAsync()
    {
        arrival ??= queue.Reader.WaitToReadAsync().AsTask();
        if (gathered.Count > 0)
        {
            var left = gatheringMax - time.GetElapsedTime(gatheringSince);
            if (IsMessageOnItsWay && left > TimeSpan.Zero) await Task.WhenAny(arrival, Task.Delay(left, time));
            if (!arrival.IsCompleted) return true;
        }

        var isMore = await arrival;
        arrival = null;
        return isMore || gathered.Count > 0;
    }

    private void TakeGroup(List<RegistryWork> group)
    {
        group.Clear();
        if (gathered.Count == 0) (gatheringSince, deliveredBefore) = (time.GetTimestamp(), Delivered);
        group.AddRange(gathered);
        gathered.Clear();
        var size = group.Sum(work => work.Size);
        for (; group.Count < WorksPerCommitMax && size < CommandsPerCommit && queue.Reader.TryRead(out var work); size += work.Size) group.Add(work);
        if (group.Count == WorksPerCommitMax || size >= CommandsPerCommit || !IsGathering(group)) return;
        var isAlone = group.TrueForAll(work => work is ReceiptWork);
        gathered.AddRange(group.Where(work => isAlone || work is CommandWork));
        group.RemoveAll(work => isAlone || work is CommandWork);
    }

    // Messages of the partner never wait. Where nothing was delivered in all the time the commands waited, the partner is away, and none waits for it.
    private bool IsGathering(List<RegistryWork> group)
    {
        if (!IsMessageOnItsWay || queue.Reader.Completion.IsCompleted) return false;
        var isOpen = time.GetElapsedTime(gatheringSince) < gatheringMax;
        // With the receipts for all that was sent there is nothing to wait for; they themselves wait for something to be kept with.
        if (group.Exists(IsForLastSent)) return isOpen && group.TrueForAll(work => work is ReceiptWork);
        if (Delivered == stuckBehind) return false;
        if (isOpen) return group.Exists(work => work is CommandWork);
        if (gatheringMax > TimeSpan.Zero && Delivered == deliveredBefore) stuckBehind = Delivered;
        return false;
    }

    private bool IsForLastSent(RegistryWork work) => work is ReceiptWork receipts && receipts.LastSequence >= position!.Heads.Outgoing.Sequence;

    private bool IsMessageOnItsWay => position?.Heads is { } at && at.Outgoing.Sequence > at.Delivered;

    private long Delivered => position?.Heads.Delivered ?? 0;
}
