using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Server.Operators;

/// <summary>Hands the messages over that the partner lost when its store was restored from an old backup; asking for them is this side's approval.</summary>
internal static class RecoveryEndpoints
{
    public static void Map(RouteGroupBuilder registry) => registry.MapPost("/recovery", ExportAsync).RequireAuthorization(OperatorAccess.Administer);

    private static async Task<IResult> ExportAsync(
        string registry, HttpContext context, NodeRegistries registries, IRegistryStore store, IPartnerConnection connection, IGrainFactory grains, TimeProvider time)
    {
        var configuration = registries.Find(registry);
        var cancellation = context.RequestAborted;
        if (await connection.AskHeadsAsync(configuration, cancellation) is not PartnerAnswer.Heads(var heads))
            return TroubleAnswer.Of(context, HttpProblems.HeadsUnknown(configuration.Settings.Partner.Code));
        var own = new List<EvidenceExchange>();
        for (var after = heads.Sent.Sequence; own.Count < RecoveryFile.MessagesMax;)
        {
            var page = await store.ReadReceivedAsync(configuration.Registry, after, IMessageStore.PageMessagesMax, cancellation);
            if (page.Count == 0) break;
            own.AddRange(page.Select(m => new EvidenceExchange(m.Bytes, m.Receipt)));
            after = page[^1].Sequence;
        }

        var partner = new List<EvidenceExchange>();
        for (var after = heads.Received.Sequence; partner.Count < RecoveryFile.MessagesMax;)
        {
            var page = await store.ReadSentAsync(configuration.Registry, after, IMessageStore.PageMessagesMax, cancellation);
            if (page.Count == 0) break;
            partner.AddRange(page.Select(m => new EvidenceExchange(m.Message.Bytes, m.Delivery.Receipt)));
            after = page[^1].Message.Sequence;
        }

        var (person, role) = OperatorAccess.Of(context.User);
        if (await grains.GetGrain<IBilateralRegistryGrain>(registry).SetBackPartnerLog(heads.Received.Sequence, person) is { } problem) return TroubleAnswer.Of(context, problem);
        await store.RecordAsync(new AuditEntry(
            time.GetUtcNow(), person, role, "export-recovery", registry, $"{own.Count} messages of {configuration.Settings.Partner} and {partner.Count} of this side", context.TraceIdentifier));
        var file = new RecoveryFile(configuration.Registry, configuration.Settings.Partner, own, partner);
        return Results.Bytes(file.ToBytes(), JsonAnswer.MediaType, $"recovery_{registry}.json");
    }
}
