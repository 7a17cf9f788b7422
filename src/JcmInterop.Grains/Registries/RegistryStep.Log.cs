using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Registries;

/// <content>The journal as a log that both sides can prove things from: receipts and checkpoints.</content>
internal sealed partial class RegistryStep
{
    private static readonly string CheckpointKind = LedgerRows.EventKind<CheckpointRecorded>();
    private bool isStated;

    /// <summary>What the partner showed that may mean bad faith; nothing where all was well.</summary>
    private WireFault? alarm;

    /// <summary>Keeps the partner's receipt for a message of this side, verified; one that is kept already stays as it is.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="message">The message hash of the message it is for.</param>
    /// <returns>Whether a receipt for this message is kept; not while an earlier message waits for its own.</returns>
    public bool Deliver(KeptReceipt receipt, Digest message)
    {
        if (receipt.Sequence <= batch.Heads.Delivered) return true;
        if (receipt.Sequence != batch.Heads.Delivered + 1) return false;
        var row = MessageRow.ReceiptReceived(configuration.Settings.Party, receipt.Sequence, message, MessageRow.ReceiptHash(receipt.Bytes), receipt.Outcome);
        batch.Deliver(receipt.Bytes, row, now);
        return true;
    }

    /// <summary>States a checkpoint over the rows that were durable before this step, and shows it to the partner.</summary>
    /// <param name="earlier">Number of rows of the checkpoint the partner cosigned last.</param>
    /// <param name="consistency">The consistency proof from there.</param>
    /// <param name="isAsked">Whether a person asks for it, so that it waits neither for the answer to an earlier one nor for a partner that understands it.</param>
    public void StateCheckpoint(long earlier, IReadOnlyList<Digest> consistency, bool isAsked)
    {
        var journal = before.Heads.Journal;
        if (isStated) return;
        if (journal.Position <= (Own(CheckpointStage.Stated)?.TreeSize ?? 0))
        {
            End();
            return;
        }

        if (!isAsked && IsWaiting())
        {
            // The next thing that happens sets the deadline again.
            End();
            return;
        }

        var checkpoint = new Checkpoint(configuration.Settings.Party, configuration.Registry, journal.Position, journal.Frontier.Root(), now);
        var record = CheckpointTexts.Record(SignedCheckpoint.Sign(checkpoint, RegistryKeys.Signing(configuration, state, now)), CheckpointStage.Stated);
        var stated = RegistryLedger.StateCheckpoint(
            state, configuration.Settings, record, earlier, [.. consistency.Select(hash => hash.ToBase64Url())], now);
        Take((Outcome.Accepted)stated, [.. ((Outcome.Accepted)stated).Events.Select(e => LedgerRows.Entry(e, now))]);
        End();
    }

    /// <summary>Records that the partner's log goes on from an earlier checkpoint, because a person approved it.</summary>
    public void SetBackLog(PartyCode partner, CheckpointRecord? from, string person)
    {
        var setBack = (Outcome.Accepted)RegistryLedger.SetBackLog(state, settings, partner, from, ended: null, person, now);
        Take(setBack, [.. setBack.Events.Select(e => LedgerRows.Entry(e, now))]);
    }

    private void End()
    {
        batch.Change(new DeadlineChange(CheckpointRule.DeadlineId, null));
        isStated = true;
    }

    /// <summary>Verifies the checkpoint of a message of the partner.</summary>
    /// <returns>The checkpoint with the signatures of both sides; nothing where the message has none, or it is refused.</returns>
    private CheckpointRecord? Verify(PartnerMessage body, out WireFault? fault)
    {
        fault = null;
        var seen = state.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(configuration.Settings.Partner, CheckpointStage.Witnessed));
        return body switch
        {
            CheckpointNotice notice =>
                CheckpointWitness.Cosign(notice, configuration.Registry, seen, RegistryKeys.Of(configuration, state).Partner, RegistryKeys.Signing(configuration, state, now)[0], now, out fault),
            CheckpointCosignature cosignature =>
                CheckpointWitness.Cosigned(
                    cosignature, configuration.Registry, OwnKeys(), Own(CheckpointStage.Stated), Own(CheckpointStage.Witnessed), RegistryKeys.Of(configuration, state).Partner,
                    now, out fault),
            _ => null,
        };
    }

    /// <summary>Refuses what a message shows. What may mean bad faith is kept where people see it, and alarmed.</summary>
    private Refusal Refuse(WireFault fault)
    {
        var refusal = fault.ToRefusal();
        if (!fault.IsAlarm) return refusal;
        alarm = fault;
        var noted = (Outcome.Accepted)RegistryLedger.Contradicted(state, configuration.Settings, "checkpoint", refusal, now);
        Take(noted, [.. noted.Events.Select(e => LedgerRows.Entry(e, now))]);
        return refusal;
    }

    /// <summary>Sets the deadline of the next checkpoint once something happened that none covers.</summary>
    /// <returns>Whether a checkpoint is due then or sooner.</returns>
    private bool IsCheckpointDue()
    {
        if (before.IsCheckpointDue && !isStated) return true;
        if (!batch.Journal.Any(IsNews)) return false;
        batch.Change(new DeadlineChange(CheckpointRule.DeadlineId, now + configuration.Checkpoints.After));
        return true;
    }

    // Checkpoints, their cosignatures and all receipts must not bring about the next checkpoint, or two idle sides would exchange them for ever.
    private static bool IsNews(JournalRow row) => row.Entry.Kind != CheckpointKind
        && (!MessageRow.IsKind(row.Entry.Kind) || (row.Entry.Kind != "receipt-received" && row.Entry.Payload.Span.IndexOf("\"type\":\"checkpoint"u8) < 0));

    // The next one proves that it continues what the partner saw last, which is known once the one before is answered.
    private bool IsWaiting() => (Own(CheckpointStage.Stated)?.TreeSize ?? 0) > (Own(CheckpointStage.Witnessed)?.TreeSize ?? 0)
        || !MessageTypes.MaySend(
            MessageTypes.NameOf<CheckpointNotice>(), state.Announcements.GetValueOrDefault(configuration.Settings.Partner)?.Hello.MessageTypes);

    private PartnerKeyRing OwnKeys() =>
        RegistryKeys.Of(configuration, state).Own;

    private CheckpointRecord? Own(CheckpointStage stage) => state.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(configuration.Settings.Party, stage));
}
