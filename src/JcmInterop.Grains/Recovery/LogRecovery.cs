using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Recovery;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Recovery;

/// <summary>What the messages that come back mean for the logs of both sides.</summary>
/// <remarks>The rows that this side's log had after the backup are gone, so what it stated of them no longer counts: it goes on from the checkpoint that was cosigned before, which
/// the partner's administrator has approved by handing the messages over. What this side cosigned of the partner's log stands, because the partner's log is as it was.</remarks>
internal static class LogRecovery
{
    /// <summary>The recovery with what follows for the two logs.</summary>
    /// <param name="configuration">The registry.</param>
    /// <param name="whole">What came back.</param>
    /// <param name="restored">The state of the backup.</param>
    /// <param name="own">This side's lost messages.</param>
    /// <param name="partner">The partner's lost messages.</param>
    /// <param name="person">Who approves it on this side.</param>
    /// <param name="now">The present instant.</param>
    public static Recovered.Whole With(
        RegistryConfiguration configuration, Recovered.Whole whole, LedgerState restored, IReadOnlyList<KeptMessage> own, IReadOnlyList<KeptMessage> partner, string person, DateTimeOffset now)
    {
        var keys = RegistryKeys.Of(configuration, whole.After);
        var party = configuration.Settings.Party;
        var stated = own.LastOrDefault(m => m.Body is CheckpointNotice) is { Body: CheckpointNotice notice } lost ? Read(notice.Checkpoint, keys.Own, lost, CheckpointStage.Stated) : null;
        var shared = restored.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Witnessed));
        var after = whole.After;
        var events = whole.Events.ToBuilder();
        if (own.LastOrDefault(m => m.Body is CheckpointCosignature) is { Body: CheckpointCosignature cosignature } given
            && Read(cosignature.Checkpoint, keys.Partner, given, CheckpointStage.Witnessed) is { } cosigned && cosigned.Party == configuration.Settings.Partner)
            Record(new CheckpointRecorded(cosigned));
        if (stated is null && !IsCosignatureLost()) return whole with { Events = events.ToImmutable(), After = after };
        foreach (var happened in ((Outcome.Accepted)RegistryLedger.SetBackLog(after, configuration.LedgerSettings, party, shared, stated, person, now)).Events) Record(happened);
        return whole with { Events = events.ToImmutable(), After = after };

        // A checkpoint that the backup has and the partner has not answered yet goes on waiting for its answer.
        bool IsCosignatureLost() => restored.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Stated)) is { } waiting
            && partner.Any(m => m.Body is CheckpointCosignature answer && answer.Checkpoint.Payload == waiting.Document.Payload);

        void Record(LedgerEvent happened)
        {
            after = RegistryLedger.Apply(after, happened);
            events.Add(happened);
        }
    }

    // Its signature was right when the message was sent; the message itself was verified before.
    private static CheckpointRecord? Read(SignedText text, PartnerKeyRing keys, KeptMessage message, CheckpointStage stage) =>
        SignedCheckpoint.TryVerify(CheckpointTexts.Bytes(text), keys, message.Message.Envelope.SentAt, out var signed, out _) ? CheckpointTexts.Record(signed!, stage) : null;
}
