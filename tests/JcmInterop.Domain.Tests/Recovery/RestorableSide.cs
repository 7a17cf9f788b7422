using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Recovery;
using JcmInterop.Domain.Tests.World;

namespace JcmInterop.Domain.Tests.Recovery;

/// <summary>Thailand's side with everything it said and was told, so that it can be set back and recovered; and Japan's side, which loses nothing.</summary>
internal sealed class RestorableSide(TwoSides sides)
{
    private readonly List<LostMessage> said = [];
    private readonly List<LostMessage> told = [];
    private readonly List<PartnerMessage> japanese = [];
    private int heardByJapan;
    private (LedgerState State, int Said, int Told) backup;

    public Side Thailand => sides.Partner;

    public Side Japan => sides.Japan;

    /// <summary>The side decides; what it tells waits.</summary>
    public void Decide(Side side, LedgerCommand command)
    {
        side.Decide(command, sides.Now);
        Take(side);
    }

    /// <summary>Delivers some messages of each direction, one at a time in turn.</summary>
    public void Deliver(int toJapan, int toThailand)
    {
        for (; toJapan > 0 && heardByJapan < said.Count; toJapan--)
        {
            Japan.Receive(said[heardByJapan++].Body!, sides.Now);
            Take(Japan);
        }

        for (; toThailand > 0 && told.Count < japanese.Count; toThailand--)
        {
            var message = japanese[told.Count];
            told.Add(new LostMessage(told.Count + 1, sides.Now, message));
            Thailand.Receive(message, sides.Now);
            Take(Thailand);
        }
    }

    public void BackUp() => backup = (Thailand.State, said.Count, told.Count);

    public bool IsAllHeard => heardByJapan == said.Count && told.Count == japanese.Count;

    /// <summary>Sets Thailand back to its backup and recovers it from what Japan holds.</summary>
    public Recovered Recover()
    {
        List<LostMessage> partner = [.. told.Skip(backup.Told)];
        for (var n = told.Count; n < japanese.Count; n++) partner.Add(new LostMessage(n + 1, sides.Now, japanese[n]));
        return LedgerRecovery.Run(backup.State, Thailand.Settings, [.. said.Take(heardByJapan).Skip(backup.Said)], partner);
    }

    /// <summary>Goes on from a recovery: what Thailand had said since its backup and Japan never heard is gone.</summary>
    public void GoOn(Recovered.Whole whole)
    {
        var kept = Math.Max(heardByJapan, backup.Said);
        said.RemoveRange(kept, said.Count - kept);
        while (told.Count < japanese.Count) told.Add(new LostMessage(told.Count + 1, sides.Now, japanese[told.Count]));
        Thailand.State = whole.After;
        foreach (var message in whole.Untold) said.Add(new LostMessage(said.Count + 1, sides.Now, message));
        while (!IsAllHeard) Deliver(1, 1);
    }

    private void Take(Side side)
    {
        while (side.Outbox.TryDequeue(out var message))
        {
            if (side == Japan) japanese.Add(message);
            else said.Add(new LostMessage(said.Count + 1, sides.Now, message));
        }
    }
}
