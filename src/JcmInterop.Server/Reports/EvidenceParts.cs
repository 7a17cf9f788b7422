using JcmInterop.Domain.Checkpoints;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Server.Reports;

/// <summary>Collects the proofs of an evidence file: this side's from its own journal, the partner's as its node hands them out.</summary>
internal sealed class EvidenceParts(RegistryConfiguration configuration, IRegistryStore store, JournalHead journal, DateTimeOffset now)
{
    /// <summary>Most messages whose proofs are asked of the partner for one file.</summary>
    public const int AskedMax = 100;

    /// <summary>How long the partner is asked at most; what it has not answered by then is left out.</summary>
    private static readonly TimeSpan AskWithin = TimeSpan.FromSeconds(5);

    private readonly List<ReadOnlyMemory<byte>> checkpoints = [];
    private readonly List<EvidenceInclusion> inclusions = [];

    /// <summary>The file with what was collected so far.</summary>
    public EvidenceFile File(string about, IReadOnlyList<TransferMessage> messages, KeySet keys) => new(
        configuration.Registry, about, [.. messages.Select(m => new EvidenceExchange(m.Bytes, m.Receipt))], keys, [.. checkpoints], [.. inclusions]);

    /// <summary>Proves every row of this side's journal that names a message or receipt of the file.</summary>
    public async Task AddOwnAsync(IReadOnlyList<TransferMessage> messages, CancellationToken cancellation)
    {
        var witnessed = await OwnLog.FindAsync(store, configuration.Registry, configuration.Settings.Party, CheckpointStage.Witnessed, cancellation);
        var keys = await OwnLog.KeysAsync(store, configuration, now, cancellation);
        var present = OwnLog.Present(configuration, journal, keys, now);
        if (witnessed is null) Checkpoint(present);
        for (var i = 0; i < messages.Count; i++)
        {
            foreach (var position in new[] { messages[i].JournalPosition, messages[i].ReceiptPosition }.OfType<long>().Distinct())
            {
                var isWitnessed = position <= (witnessed?.TreeSize ?? 0);
                var (checkpoint, treeSize) = isWitnessed ? OwnLog.Covering(position, witnessed, configuration, journal, keys, now) : (present, journal.Position);
                foreach (var row in await ProvenRow.ReadAsync(store, configuration.Registry, [position], treeSize, cancellation)) Add(i, checkpoint, row.Position - 1, row.Bytes, row.Path);
            }
        }
    }

    /// <summary>Asks the partner's node for the rows of its journal.</summary>
    public async Task AddPartnerAsync(IReadOnlyList<TransferMessage> messages, IPartnerConnection connection, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(AskWithin);
        for (var i = 0; i < Math.Min(messages.Count, AskedMax); i++)
        {
            var asking = connection.AskProofAsync(configuration, messages[i].MessageId, messages[i].Hash, patience.Token);
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!asking.IsCompletedSuccessfully || await asking is not PartnerAnswer.Proof(var bytes) || Read(bytes) is not { } proof) return;
            foreach (var row in proof.Rows) Add(i, proof.Checkpoint, row.Index, row.Row, row.Path);
        }
    }

    private static ProofAnswer? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return ProofAnswer.Read(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Add(int exchange, ReadOnlyMemory<byte> checkpoint, long index, ReadOnlyMemory<byte> row, IReadOnlyList<Messages.Digests.Digest> path)
    {
        if (inclusions.Count < EvidenceFile.PartsMax) inclusions.Add(new EvidenceInclusion(exchange, Checkpoint(checkpoint), index, row, path));
    }

    private int Checkpoint(ReadOnlyMemory<byte> bytes)
    {
        var known = checkpoints.FindIndex(c => c.Span.SequenceEqual(bytes.Span));
        if (known >= 0) return known;
        checkpoints.Add(bytes);
        return checkpoints.Count - 1;
    }
}
