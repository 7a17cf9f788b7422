using System.Runtime.CompilerServices;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Integrity;

/// <summary>Follows the checkpoints of both journals: each is as it was signed, by those who must have signed it, those of this side have the root of the rows, and those of the partner never shrink or differ.</summary>
internal sealed class CheckpointCheck(IJournalReader journal, BilateralRegistryId registry, CheckpointSignatures signatures)
{
    private static readonly string Kind = LedgerRows.EventKind<CheckpointRecorded>();
    private static readonly string SetBackKind = LedgerRows.EventKind<LogSetBack>();

    private readonly Dictionary<(PartyCode, CheckpointStage), CheckpointRecord> last = [];
    private readonly HashSet<PartyCode> own = [];
    private readonly HashSet<string> recorded = [];

    /// <summary>Compares a row of the journal.</summary>
    public async IAsyncEnumerable<IntegrityFinding> NextAsync(JournalRow row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var place = $"journal position {row.Position}";
        if (row.Entry.Kind == SetBackKind)
        {
            if (!TrySetBack(row)) yield return Found(place, "The log is set back to a checkpoint that was never recorded.", "記録されたことのないチェックポイントへ戻されています。");
            yield break;
        }

        if (row.Entry.Kind != Kind || Read<CheckpointRecorded>(row)?.Checkpoint is not { } checkpoint) yield break;
        recorded.Add(checkpoint.Document.Payload);
        // Only the side whose journal it is records a checkpoint before it is cosigned.
        if (checkpoint.Stage == CheckpointStage.Stated) own.Add(checkpoint.Party);
        if (!SaysSo(checkpoint)) yield return Found(place, "The signed checkpoint does not say what is recorded of it.", "署名されたチェックポイントが記録と一致しません。");
        else if (signatures.Missing(checkpoint, registry) is { } signer) yield return Found(place, $"The checkpoint has no right signature of {signer}.", $"チェックポイントに {signer} の正しい署名がありません。");
        if (last.TryGetValue((checkpoint.Party, checkpoint.Stage), out var before)
            && (checkpoint.TreeSize < before.TreeSize || (checkpoint.TreeSize == before.TreeSize && checkpoint.Root != before.Root)))
            yield return Found(place, $"The checkpoint of {checkpoint.TreeSize} rows does not continue the one of {before.TreeSize} rows.", "チェックポイントが以前のものの続きではありません。");
        if (own.Contains(checkpoint.Party)
            && (checkpoint.TreeSize >= row.Position || (await LogProofs.RootAsync(journal, registry, checkpoint.TreeSize, cancellation)).ToBase64Url() != checkpoint.Root))
            yield return Found(place, $"The checkpoint has another root than the first {checkpoint.TreeSize} rows.", "チェックポイントのルートが行と一致しません。");
        last[(checkpoint.Party, checkpoint.Stage)] = checkpoint;
    }

    private bool TrySetBack(JournalRow row)
    {
        if (Read<LogSetBack>(row) is not { } setBack) return true;
        last.Remove((setBack.Party, CheckpointStage.Stated));
        last.Remove((setBack.Party, CheckpointStage.Witnessed));
        if (setBack.From is not { } from) return true;
        last[(setBack.Party, CheckpointStage.Witnessed)] = from;
        return recorded.Contains(from.Document.Payload);
    }

    private static TEvent? Read<TEvent>(JournalRow row)
        where TEvent : LedgerEvent
    {
        try
        {
            return (TEvent)LedgerRows.Event(row.Entry);
        }
        catch (MalformedJsonException)
        {
            // The replay says so.
            return null;
        }
    }

    private static bool SaysSo(CheckpointRecord checkpoint) =>
        SignedPayload.Payload(CheckpointTexts.Bytes(checkpoint.Document), JwsTypes.Checkpoint, out _) is { } said
        && SignedPayload.Text(said, "party") == checkpoint.Party.Code && SignedPayload.Number(said, "treeSize") == checkpoint.TreeSize
        && SignedPayload.Text(said, "root") == checkpoint.Root && SignedPayload.Text(said, "at") == WireInstant.Format(checkpoint.At)
        && (checkpoint.Stage == CheckpointStage.Stated || checkpoint.Document.Signatures.Length > 1);

    private IntegrityFinding Found(string place, string english, string japanese) => new(registry, IntegrityCheck.Checkpoints, place, english, japanese);
}
