using System.Runtime.CompilerServices;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Integrity;

/// <summary>Follows the checkpoints of both journals: each is as it was signed, those of this side have the root of the rows, and those of the partner never shrink or differ.</summary>
internal sealed class CheckpointCheck(IJournalReader journal, BilateralRegistryId registry)
{
    private static readonly string Kind = LedgerRows.EventKind<CheckpointRecorded>();

    private readonly Dictionary<(PartyCode, CheckpointStage), CheckpointRecord> last = [];
    private readonly HashSet<PartyCode> own = [];

    /// <summary>Compares a row of the journal.</summary>
    public async IAsyncEnumerable<IntegrityFinding> NextAsync(JournalRow row, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (row.Entry.Kind != Kind || Read(row) is not { } checkpoint) yield break;
        var place = $"journal position {row.Position}";
        // Only the side whose journal it is records a checkpoint before it is cosigned.
        if (checkpoint.Stage == CheckpointStage.Stated) own.Add(checkpoint.Party);
        if (!SaysSo(checkpoint)) yield return Found(place, "The signed checkpoint does not say what is recorded of it.", "署名されたチェックポイントが記録と一致しません。");
        if (last.TryGetValue((checkpoint.Party, checkpoint.Stage), out var before)
            && (checkpoint.TreeSize < before.TreeSize || (checkpoint.TreeSize == before.TreeSize && checkpoint.Root != before.Root)))
            yield return Found(place, $"The checkpoint of {checkpoint.TreeSize} rows does not continue the one of {before.TreeSize} rows.", "チェックポイントが以前のものの続きではありません。");
        if (own.Contains(checkpoint.Party)
            && (checkpoint.TreeSize >= row.Position || (await LogProofs.RootAsync(journal, registry, checkpoint.TreeSize, cancellation)).ToBase64Url() != checkpoint.Root))
            yield return Found(place, $"The checkpoint has another root than the first {checkpoint.TreeSize} rows.", "チェックポイントのルートが行と一致しません。");
        last[(checkpoint.Party, checkpoint.Stage)] = checkpoint;
    }

    private static CheckpointRecord? Read(JournalRow row)
    {
        try
        {
            return ((CheckpointRecorded)LedgerRows.Event(row.Entry)).Checkpoint;
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
