using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>Records checkpoints and tells them. Signatures and proofs are checked before, because the ledger has neither keys nor trees.</summary>
internal static class CheckpointDecisions
{
    public static void State(Deciding d, CheckpointRecord checkpoint, long earlierTreeSize, ImmutableArray<string> consistency)
    {
        d.Record(new CheckpointRecorded(checkpoint));
        if (d.PartnerUnderstands<CheckpointNotice>()) d.Tell(new CheckpointNotice(checkpoint.Document, earlierTreeSize, consistency));
    }

    public static Refusal? Shown(Deciding d)
    {
        if (Verified(d, d.Settings.Partner) is not { } checkpoint) return CheckpointRules.NotVerified.With(d.Settings.Partner);
        d.Record(new CheckpointRecorded(checkpoint));
        if (d.PartnerUnderstands<CheckpointCosignature>()) d.Tell(new CheckpointCosignature(checkpoint.Document));
        return null;
    }

    public static Refusal? Cosigned(Deciding d)
    {
        if (Verified(d, d.Settings.Party) is not { } checkpoint) return CheckpointRules.NotVerified.With(d.Settings.Party);
        d.Record(new CheckpointRecorded(checkpoint));
        return null;
    }

    public static void SetBack(Deciding d, PartyCode party, CheckpointRecord? from, CheckpointRecord? ended, string person)
    {
        var witnessed = d.State.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Witnessed));
        var stated = d.State.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Stated));
        if (ended is null && witnessed?.Root == from?.Root && (stated?.TreeSize ?? 0) <= (from?.TreeSize ?? 0)) return;
        d.Record(new LogSetBack(party, from, ended ?? Later(stated, witnessed), person, d.Now));
    }

    private static CheckpointRecord? Later(CheckpointRecord? one, CheckpointRecord? other) => (one?.TreeSize ?? 0) > (other?.TreeSize ?? 0) ? one : other;

    private static CheckpointRecord? Verified(Deciding d, PartyCode party) =>
        d.Verified is { Stage: CheckpointStage.Witnessed } checkpoint && checkpoint.Party == party ? checkpoint : null;
}
