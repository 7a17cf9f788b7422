using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Recovery;

/// <summary>Verifies the messages of a recovery file, one direction after the other, each from where its chain ends on the restored side.</summary>
public sealed class KeptMessages
{
    private readonly BilateralRegistryId registry;
    private readonly Dictionary<PartyCode, PartnerKeyRing> keys;
    private readonly DateTimeOffset now;

    /// <summary>Starts with the keys the restored side has; keys that the lost messages introduce are added as they come.</summary>
    public KeptMessages(BilateralRegistryId registry, DateTimeOffset now, params IEnumerable<PartnerKeyRing> keys)
    {
        this.registry = registry;
        this.now = now;
        this.keys = keys.ToDictionary(ring => ring.Party);
    }

    /// <summary>The messages of one direction that come after its head.</summary>
    /// <param name="name">Name of the list, for places.</param>
    /// <param name="exchanges">The messages and receipts, in order.</param>
    /// <param name="from">Who sent them.</param>
    /// <param name="head">Where the chain ends on the restored side.</param>
    /// <exception cref="FormatException">A message or receipt is not genuine, or the chain does not go on from the head; the message names the place.</exception>
    public IReadOnlyList<KeptMessage> Verify(string name, IReadOnlyList<EvidenceExchange> exchanges, PartyCode from, DirectionHead head)
    {
        var kept = new List<KeptMessage>(exchanges.Count);
        for (var i = 0; i < exchanges.Count; i++)
        {
            var (finding, message) = DocumentCheck.Message($"/{name}/{i}/message", exchanges[i].Message, new KeySet(keys.Values));
            if (message is null) throw new FormatException($"{finding.Part}: {finding.English}");
            var envelope = message.Envelope;
            if (envelope.Registry != registry || envelope.From != from) throw new FormatException($"{finding.Part}: the message is not one of {from} in {registry}.");
            if (envelope.Sequence <= head.Sequence) continue;
            if (envelope.Sequence != head.Sequence + 1 || envelope.Previous != head.Hash)
                throw new FormatException($"{finding.Part}: message {envelope.Sequence} does not continue the chain, which ends with message {head.Sequence} here.");
            head = new DirectionHead(envelope.Sequence, message.Hash, envelope.SentAt);
            MessageBodies.TryRead(envelope, out var body, out _);
            Learn(from, body);
            kept.Add(new KeptMessage(message, body, null));
        }

        return kept;
    }

    /// <summary>Verifies the receipts, once both directions have told their keys.</summary>
    /// <exception cref="FormatException">A receipt is not the receiver's for its message.</exception>
    public IReadOnlyList<KeptMessage> WithReceipts(string name, IReadOnlyList<EvidenceExchange> exchanges, IReadOnlyList<KeptMessage> kept)
    {
        var receipts = exchanges.Skip(exchanges.Count - kept.Count).ToList();
        return [.. kept.Select((message, i) =>
        {
            if (receipts[i].Receipt is not { } bytes) return message;
            return ReceiptExchange.TryVerify(bytes, message.Message, keys[message.Message.Envelope.To], now, out var receipt, out var fault)
                ? message with { Receipt = receipt }
                : throw new FormatException($"/{name}/{exchanges.Count - kept.Count + i}/receipt: {fault}");
        })];
    }

    private void Learn(PartyCode from, PartnerMessage? body)
    {
        var ring = keys[from];
        if (body is KeyIntroduction introduced && ring.Find(introduced.KeyId) is null && KeyMessages.Read(introduced.KeyId, introduced.PublicKey, out _) is { } key)
            keys[from] = ring.With(new PinnedKey(key, introduced.ValidFrom, introduced.ValidTo));
    }
}
