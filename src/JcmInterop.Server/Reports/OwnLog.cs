using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Reports;

/// <summary>The checkpoints of this side's journal that rows are proven against.</summary>
internal static class OwnLog
{
    private static readonly string CheckpointKind = LedgerRows.Kind(typeof(CheckpointRecord));

    /// <summary>The latest checkpoint of a side at a stage, or nothing.</summary>
    public static async Task<CheckpointRecord?> FindAsync(
        IStateReader store, BilateralRegistryId registry, PartyCode party, CheckpointStage stage, CancellationToken cancellation) =>
        await store.FindItemAsync(registry, CheckpointKind, CheckpointRecord.Key(party, stage), cancellation) is { } item
            ? (CheckpointRecord)WireJson.Read<LedgerItem>(item.Body.Span)
            : null;

    /// <summary>The keys this side signs with at present.</summary>
    public static async Task<IReadOnlyList<SigningKey>> KeysAsync(
        IStateReader store, RegistryConfiguration configuration, DateTimeOffset now, CancellationToken cancellation) =>
        RegistryKeys.Signing(configuration, await RegistryKeys.LoadAsync(store, configuration.Registry, cancellation), now);

    /// <summary>The checkpoint to prove a row against: the one the partner cosigned where it covers the row, else one that is signed now.</summary>
    public static (ReadOnlyMemory<byte> Bytes, long TreeSize) Covering(
        long position, CheckpointRecord? witnessed, RegistryConfiguration configuration, JournalHead journal, IReadOnlyList<SigningKey> keys, DateTimeOffset now) =>
        witnessed is not null && position <= witnessed.TreeSize
            ? (CheckpointTexts.Bytes(witnessed.Document), witnessed.TreeSize)
            : (Present(configuration, journal, keys, now), journal.Position);

    /// <summary>A checkpoint of the journal as it is now, signed by this side alone.</summary>
    public static ReadOnlyMemory<byte> Present(
        RegistryConfiguration configuration, JournalHead journal, IReadOnlyList<SigningKey> keys, DateTimeOffset now) => SignedCheckpoint.Sign(
        new Checkpoint(configuration.Settings.Party, configuration.Registry, journal.Position, journal.Frontier.Root(), WireInstant.Truncate(now)),
        keys).Bytes;
}
