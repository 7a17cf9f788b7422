using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Server.Reports;

/// <summary>The evidence file of one transfer: every message about it with its receipt, the keys, and a signed checkpoint of this side's journal.</summary>
internal static class EvidenceAnswer
{
    public static async Task<IResult> OfAsync(
        string registry, string transfer, HttpContext context, NodeRegistries registries, RegistryConditions conditions, IRegistryStore store, TimeProvider time)
    {
        var configuration = registries.Find(registry);
        if (!Guid.TryParseExact(transfer, "D", out var id)) return NotFound(transfer);
        var about = new TransferId(id).ToString();
        var messages = await store.MessagesOfTransferAsync(configuration.Registry, about, context.RequestAborted);
        if (messages.Count == 0) return NotFound(transfer);
        var file = new EvidenceFile(
            configuration.Registry,
            about,
            [.. messages.Select(m => new EvidenceExchange(m.Bytes, m.Receipt))],
            new KeySet(Own(configuration), configuration.PartnerKeys),
            [Checkpoint(configuration, conditions.Of(configuration.Registry).Journal, time.GetUtcNow())],
            []);
        return Results.Bytes(file.ToBytes(), JsonAnswer.MediaType, $"evidence_{about}.json");
    }

    private static ReadOnlyMemory<byte> Checkpoint(RegistryConfiguration configuration, JournalHead journal, DateTimeOffset now) => SignedCheckpoint.Sign(
        new Checkpoint(configuration.Settings.Party, configuration.Registry, journal.Position, journal.Frontier.Root(), WireInstant.Truncate(now)),
        configuration.SigningKeys).Bytes;

    private static PartnerKeyRing Own(RegistryConfiguration configuration) =>
        new(configuration.Settings.Party, configuration.SigningKeys.Select(k => new PinnedKey(k.Public, DateTimeOffset.MinValue)));

    private static RawAnswer NotFound(string transfer) =>
        ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound($"message about transfer {(transfer.Length > 40 ? transfer[..40] : transfer)}"));
}
