using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;

namespace JcmInterop.Server.Reports;

/// <summary>The evidence file of one transfer: every message about it with its receipt, the keys, and proofs that both journals hold them.</summary>
internal static class EvidenceAnswer
{
    public static async Task<IResult> OfAsync(
        string registry,
        string transfer,
        HttpContext context,
        NodeRegistries registries,
        RegistryConditions conditions,
        IRegistryStore store,
        IPartnerConnection connection,
        TimeProvider time)
    {
        var configuration = registries.Find(registry);
        if (!Guid.TryParseExact(transfer, "D", out var id)) return NotFound(transfer);
        var about = new TransferId(id).ToString();
        var messages = await store.MessagesOfTransferAsync(configuration.Registry, about, context.RequestAborted);
        if (messages.Count == 0) return NotFound(transfer);
        var parts = new EvidenceParts(configuration, store, conditions.Of(configuration.Registry).Journal, time.GetUtcNow());
        await parts.AddOwnAsync(messages, context.RequestAborted);
        var known = RegistryKeys.Of(configuration, await RegistryKeys.LoadAsync(store, configuration.Registry, context.RequestAborted));
        var keys = new KeySet(known.Own, known.Partner);
        var file = parts.File(about, messages, keys);
        await parts.AddPartnerAsync(messages, connection, context.RequestAborted);
        // What the partner hands out is only passed on where it holds.
        if (parts.File(about, messages, keys) is var whole && OfflineVerifier.Verify(whole.ToBytes(), keys).IsGenuine) file = whole;
        return Results.Bytes(file.ToBytes(), JsonAnswer.MediaType, $"evidence_{about}.json");
    }

    private static RawAnswer NotFound(string transfer) =>
        ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound($"message about transfer {(transfer.Length > 40 ? transfer[..40] : transfer)}"));
}
