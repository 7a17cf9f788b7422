using System.Text.Json;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Recovery;

/// <summary>Finds the checkpoint of a restored partner's log that both sides still hold: the one whose cosignature the partner's backup has.</summary>
internal static class SharedCheckpoint
{
    private const string Cosignature = "checkpoint-cosignature";
    private static readonly string RecordedKind = LedgerRows.EventKind<CheckpointRecorded>();
    private static readonly string SetBackKind = LedgerRows.EventKind<LogSetBack>();

    /// <summary>The checkpoint; nothing where the partner's backup holds no cosignature.</summary>
    /// <param name="store">This node's store.</param>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="partner">The restored side.</param>
    /// <param name="heard">The last message of this side that the restored side still has.</param>
    public static async Task<CheckpointRecord?> FindAsync(IRegistryStore store, BilateralRegistryId registry, PartyCode partner, long heard)
    {
        var cosigned = new Dictionary<string, CheckpointRecord>(StringComparer.Ordinal);
        var told = new Stack<long>();
        for (var position = 0L; await store.ReadJournalAsync(registry, position, IJournalReader.PageRowsMax) is { Count: > 0 } rows; position = rows[^1].Position)
        {
            foreach (var entry in rows.Select(row => row.Entry))
            {
                if (entry.Kind == RecordedKind && ((CheckpointRecorded)LedgerRows.Event(entry)).Checkpoint is { Stage: CheckpointStage.Witnessed } checkpoint && checkpoint.Party == partner)
                    cosigned[checkpoint.Document.Payload] = checkpoint;
                else if (entry.Kind == SetBackKind && (LogSetBack)LedgerRows.Event(entry) is var setBack && setBack.Party == partner)
                    End(cosigned, setBack.From?.TreeSize ?? 0);
                else if (MessageRow.IsKind(entry.Kind) && MessageRow.Read(entry.Kind, entry.Payload, out _) is { Kind: MessageRowKind.Sent, Type: Cosignature } sent && sent.Sequence <= heard)
                    told.Push(sent.Sequence);
            }
        }

        foreach (var sequence in told)
        {
            if (await store.FindSentAsync(registry, sequence) is { } message && cosigned.GetValueOrDefault(Payload(message.Message.Bytes)) is { } shared) return shared;
        }

        return null;
    }

    // What was cosigned beyond it no longer counts since an earlier recovery, although the restored side took the cosignature back as a message.
    private static void End(Dictionary<string, CheckpointRecord> cosigned, long treeSize)
    {
        foreach (var ended in cosigned.Where(c => c.Value.TreeSize > treeSize).Select(c => c.Key).ToList()) cosigned.Remove(ended);
    }

    private static string Payload(ReadOnlyMemory<byte> message)
    {
        if (!Jws.TryRead(message, JwsTypes.Message, out var jws, out var fault)) throw new InvalidOperationException($"A message of this side cannot be read back: {fault}");
        using var payload = JsonDocument.Parse(jws!.Payload);
        return payload.RootElement.GetProperty("body").GetProperty("checkpoint").GetProperty("payload").GetString()!;
    }
}
