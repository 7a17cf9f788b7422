using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Server.Reports;

/// <summary>Hands out the rows of this side's journal that name one message, to whoever knows its hash: the partner, and those who were given the message.</summary>
internal static class ProofAnswers
{
    public static async Task<IResult> OfAsync(
        string registry, string message, HttpRequest request, NodeRegistries registries, RegistryConditions conditions, IRegistryStore store, TimeProvider time)
    {
        if (!registries.TryFind(registry, out var configuration)) return ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.UnknownRegistry(registry));
        var cancellation = request.HttpContext.RequestAborted;
        if (!Guid.TryParseExact(message, "D", out var id) || !Digest.TryParse(request.Query["hash"].ToString(), out var hash)) return NotFound();
        var positions = await PositionsAsync(store, configuration.Registry, id, hash, cancellation);
        if (positions.Count == 0) return NotFound();
        var witnessed = await OwnLog.FindAsync(store, configuration.Registry, configuration.Settings.Party, CheckpointStage.Witnessed, cancellation);
        var journal = conditions.Of(configuration.Registry).Journal;
        var keys = await OwnLog.KeysAsync(store, configuration, time.GetUtcNow(), cancellation);
        var (checkpoint, treeSize) = OwnLog.Covering(positions.Max(), witnessed, configuration, journal, keys, time.GetUtcNow());
        var rows = await ProvenRow.ReadAsync(store, configuration.Registry, positions, treeSize, cancellation);
        var answer = new ProofAnswer(checkpoint, [.. rows.Select(row => new ProofRow(row.Position - 1, row.Bytes, row.Path))]);
        return new RawAnswer(StatusCodes.Status200OK, JsonAnswer.MediaType, answer.ToBytes());
    }

    private static async Task<List<long>> PositionsAsync(IRegistryStore store, BilateralRegistryId registry, Guid id, Digest hash, CancellationToken cancellation)
    {
        var positions = new List<long?>();
        if (await store.FindReceivedAsync(registry, id, cancellation) is { } received && received.Hash == hash) positions.Add(received.JournalPosition);
        else if (await store.FindSentAsync(registry, id, cancellation) is { } sent && sent.Message.Hash == hash)
            positions.AddRange([sent.Message.JournalPosition, sent.Delivery.ReceiptPosition]);
        return [.. positions.OfType<long>()];
    }

    private static RawAnswer NotFound() => ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound("message with this id and hash"));
}
