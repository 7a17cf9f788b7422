using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Recovery;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Recovery;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Recovery;

/// <summary>Brings the messages back that a store lost when it was restored from an old backup, in one commit, while the node is stopped.</summary>
/// <remarks>Every message keeps its bytes, its receipt and its place. Afterwards the chain goes on where the partner holds it.</remarks>
public sealed class RegistryRecovery(RegistryConfiguration configuration, IRegistryStore store, IMessageIds ids, TimeProvider time)
{
    private readonly DateTimeOffset now = WireInstant.Truncate(time.GetUtcNow());

    /// <summary>Verifies a file and brings its messages back, or says what would come back.</summary>
    /// <param name="file">The partner's file.</param>
    /// <param name="person">Who approves it for this side.</param>
    /// <param name="isDryRun">Whether only to say what would come back.</param>
    /// <exception cref="FormatException">The file is not for this registry, not genuine, or does not continue what this store has.</exception>
    public async Task<RecoveryReport> RunAsync(RecoveryFile file, string person, bool isDryRun)
    {
        if (file.Registry != configuration.Registry || file.Restored != configuration.Settings.Party)
            throw new FormatException($"The file is for {file.Restored} in {file.Registry}, not for {configuration.Settings.Party} in {configuration.Registry}.");
        var (heads, state, _) = await store.LoadStateAsync(configuration.Registry);
        var (own, partner) = Verify(file, heads, state);
        var recovered = LedgerRecovery.Run(state, configuration.LedgerSettings, [.. own.Select(m => new LostMessage(m.Message.Envelope.Sequence, m.Message.Envelope.SentAt, m.Body))], Heard(partner));
        if (recovered is Recovered.Obstructed obstacle) return Report(own, partner, obstacle);
        var whole = LogRecovery.With(configuration, (Recovered.Whole)recovered, state, own, partner, person, now);
        if (!isDryRun && own.Count + partner.Count > 0) await KeepAsync(heads, whole, own, partner, person);
        return new RecoveryReport([.. own.Select(Shown)], [.. partner.Select(Shown)], [.. whole.Untold.Select(MessageBodies.TypeOf)], null, null, whole.After.WithoutChanges());
    }

    private (IReadOnlyList<KeptMessage> Own, IReadOnlyList<KeptMessage> Partner) Verify(RecoveryFile file, RegistryHeads heads, LedgerState state)
    {
        var keys = RegistryKeys.Of(configuration, state);
        var kept = new KeptMessages(configuration.Registry, now, keys.Own, keys.Partner);
        var own = kept.Verify("own", file.Own, configuration.Settings.Party, heads.Outgoing);
        var partner = kept.Verify("partner", file.Partner, configuration.Settings.Partner, heads.Incoming);
        own = kept.WithReceipts("own", file.Own, own);
        return (own, kept.WithReceipts("partner", file.Partner, partner));
    }

    // A message without a receipt was recorded, if at all, after the one before and not before it was sent.
    private static List<LostMessage> Heard(IReadOnlyList<KeptMessage> partner)
    {
        var at = DateTimeOffset.MinValue;
        var heard = new List<LostMessage>(partner.Count);
        foreach (var message in partner)
        {
            at = message.ReceivedAt ?? (message.Message.Envelope.SentAt > at ? message.Message.Envelope.SentAt : at);
            heard.Add(new LostMessage(message.Message.Envelope.Sequence, at, message.Body));
        }

        return heard;
    }

    private async Task KeepAsync(RegistryHeads before, Recovered.Whole whole, IReadOnlyList<KeptMessage> own, IReadOnlyList<KeptMessage> partner, string person)
    {
        var batch = new CommitBatchBuilder(configuration.Registry, before);
        foreach (var happened in whole.Events) batch.Append(LedgerRows.Entry(happened, now));
        foreach (var message in own) Send(batch, message);
        foreach (var message in partner) Receive(batch, message, whole.After);
        foreach (var row in LedgerRows.Of(whole.After.Changes)) batch.Change(row);
        foreach (var transfer in whole.After.Changes.Select(c => c.Item).OfType<Transfer>().Select(t => t.Offer.Id).Distinct().Select(id => whole.After.Transfers[id]))
            batch.Change(Deadlines.Of(transfer, configuration, now));
        foreach (var message in whole.Untold) Tell(batch, message, whole.After);
        batch.Note(new AuditEntry(
            now, person, "Administrator", "recover-messages", configuration.Registry.ToString(), $"{own.Count} own and {partner.Count} partner messages brought back", ""));
        // The link sends the messages of this side once more; the partner answers each with the receipt it gave.
        await store.CommitAsync(batch.Build());
    }

    private void Send(CommitBatchBuilder batch, KeptMessage message)
    {
        var envelope = message.Message.Envelope;
        batch.Send(new OutgoingMessage(envelope.Sequence, envelope.Id, message.Message.Hash, envelope.SentAt, message.Message.Bytes, now), MessageRow.Sent(message.Message));
        Link(batch, message.Body, MessageDirection.Outgoing, envelope.Sequence);
    }

    private void Receive(CommitBatchBuilder batch, KeptMessage message, LedgerState after)
    {
        var envelope = message.Message.Envelope;
        Refusal? unreadable = message.Body is null && !MessageBodies.TryRead(envelope, out _, out var fault) ? fault!.ToRefusal() : null;
        var receipt = message.Receipt ?? ReceiptExchange.Sign(Receipt.For(message.Message, now, unreadable), RegistryKeys.Signing(configuration, after, now));
        var row = new ReceivedMessage(envelope.Sequence, envelope.Id, message.Message.Hash, envelope.SentAt, message.Message.Bytes, receipt.Bytes, now);
        batch.Receive(row, MessageRow.Received(message.Message, receipt));
        Link(batch, message.Body, MessageDirection.Incoming, envelope.Sequence);
    }

    private void Tell(CommitBatchBuilder batch, PartnerMessage message, LedgerState after)
    {
        var signed = OutgoingMessages.Compose(configuration.Outgoing, batch.Heads.Outgoing, ids.Next(), now, message, RegistryKeys.Signing(configuration, after, now));
        batch.Send(new OutgoingMessage(signed.Envelope.Sequence, signed.Envelope.Id, signed.Hash, signed.Envelope.SentAt, signed.Bytes, now), MessageRow.Sent(signed));
        Link(batch, message, MessageDirection.Outgoing, signed.Envelope.Sequence);
    }

    private static void Link(CommitBatchBuilder batch, PartnerMessage? body, MessageDirection direction, long sequence)
    {
        if (body is null) return;
        foreach (var transfer in MessageSubjects.Transfers(body).Distinct()) batch.Link(new TransferMessageLink(transfer.ToString(), direction, sequence));
    }

    private static RecoveryReport Report(IEnumerable<KeptMessage> own, IEnumerable<KeptMessage> partner, Recovered.Obstructed obstacle)
    {
        var which = obstacle.IsOwn ? "own" : "partner";
        return new RecoveryReport(
            [.. own.Select(Shown)], [.. partner.Select(Shown)], [], $"Message {obstacle.Sequence} ({which}): {obstacle.English}", $"メッセージ {obstacle.Sequence} ({which})：{obstacle.Japanese}", null);
    }

    private static RecoveredMessage Shown(KeptMessage message) => new(
        message.Message.Envelope.Sequence,
        message.Message.Envelope.Type,
        message.Message.Envelope.SentAt,
        message.Body is { } body ? [.. MessageSubjects.Transfers(body).Distinct().Select(id => id.ToString())] : []);
}
